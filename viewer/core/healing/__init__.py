"""How the lines of a source become paragraphs that read whole: a plan of repairs, and the text written by it."""
