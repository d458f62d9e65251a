"""How a communiqué is divided: its own headings, or sections by subject with titles made by rule."""
