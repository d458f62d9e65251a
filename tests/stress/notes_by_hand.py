"""Spoils notes files written by hand at random, and changes what can still be read.

    python tests/stress/notes_by_hand.py [--runs 20000] [--seed 1]

A file that is read must read the same after a change of some of its notes, keep the lines of the others, and keep every
comment above and between them. Ends with one line of JSON: `changed` counts the files that could be read.
"""

import random
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "storage"))
from hand_written import BY_HAND
from notes_desk import asked, end

from viewer.core.notes import Anchor, Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.storage.notebook_reader import NotebookText, read_notebook
from viewer.storage.notes_text import NotesText, read_notes_text, reads_back, with_content
from viewer.storage.strict_yaml import MalformedError

OF_MANY_STYLES = """\
format: 1
document: {id: d, title: 'x', path: "", text_sha256: ""}
corrections:
  identity:
    title: Mine   # mine
  switched_off:
  - kind: joined-line
    anchor: {start: 1, end: 2, exact: a, prefix: b, suffix: c}
notes:
    - id: a
      body: >
        folded text
        here

        more
      tags:
      - one   # first
      - two
    # between

    - body: 'single
        quoted'
      id: b
      anchor:
        start: 1
        end: 2
        exact: plain text
          over lines
        prefix: ""
        suffix: ""
    - {id: c, body: flow, tags: [x,
        y]}
    -
      id: d
      body: |+
        keep

    - id: e
      "body": "x"
      entity: {kind: state, form: "K"}
"""
NOTES_FIRST = """\
# top
notes:
- body: x
  id: a
-   id: b
    scope: document
    body:
    x: [1,2]
- id: f
  body: |
      deep
# about the next
- id: g
document:
  id: d
format: 1
"""
_PIECES = (
    *("\n", "# c\n", " ", "  ", "\n\n", '"', "'", "x: y\n", "- id: zz\n  body: q\n", "|", "> ", "tags: []", "\r\n"),
    *("  tags: [a]\n", "[", "]", "{", "}", ": ", "é", "body:", "  anchor: ~\n", "  extra:\n    a: b\n", "...\n", "~"),
    *("---\n", "\t", "- "),
)
_NEW = (
    {"body": "new"},
    {"body": "a\nb\n"},
    {"body": ""},
    {"body": " x\n"},
    {"body": "a\n\n"},
    {"tags": ("q", "r")},
    {"tags": ()},
    {"colour": NoteColour.BLUE, "changed": "now"},
    {"anchor": Anchor(1, 3, "e", "p", "s")},
    {"anchor": None},
)


def spoilt(chance: random.Random) -> str:
    lines = chance.choice((BY_HAND, OF_MANY_STYLES, NOTES_FIRST)).splitlines(keepends=True)
    for _ in range(chance.randrange(4)):
        at, kind = chance.randrange(len(lines)), chance.random()
        if kind < 0.3:
            del lines[at]
        elif kind < 0.5:
            lines.insert(at, chance.choice(lines))
        elif kind < 0.8:
            place = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place] + chance.choice(_PIECES) + lines[at][place:]
        else:
            lines.insert(at, " " * chance.randrange(6) + chance.choice(("# remark\n", "\n", "x_k: v\n")))
    text = "".join(lines)
    text = text.replace("\n", "\r\n") if chance.random() < 0.2 else text
    return text.rstrip("\n") if chance.random() < 0.2 else text


def changed(notebook: Notebook, chance: random.Random) -> Notebook:
    if notebook.notes and chance.random() < 0.8:
        made = chance.choice(notebook.notes)
        notebook = notebook.with_note(replace(made, **chance.choice(_NEW)))
    if chance.random() < 0.3:
        notebook = notebook.with_note(Note(NoteId("added"), NoteScope.DOCUMENT, "added\nlines"))
    if notebook.notes and chance.random() < 0.3:
        notebook = notebook.without(chance.choice(notebook.notes).id)
    if chance.random() < 0.2:
        identity = {**notebook.corrections.identity, "date": "2020"}
        notebook = replace(notebook, corrections=replace(notebook.corrections, identity=identity))
    return notebook


def check(before: NotesText, after: NotesText, content: NotebookText) -> None:
    assert reads_back(before, after, content), "it says that it does not read back"
    assert read_notebook(after.whole(), lambda: NoteId("")) == content, "it does not read back"
    known = {written.note.id: written for written in before.notes}
    for written in after.notes:
        was = known.get(written.note.id)
        if was and was.edits and was.note == written.note:
            assert was.lines == written.lines, "lines of another note were changed"
    lines = {line.strip() for line in after.whole().splitlines()}
    for lead in (written.lead for written in before.notes):
        assert {line.strip() for line in lead.splitlines()} - {""} <= lines, "a comment is gone"


def main() -> None:
    ask = asked(__doc__, 20_000)
    chance = random.Random(ask.seed)
    numbers = count()
    figures = {"runs": ask.runs, "changed": 0, "failed": 0}
    for _ in range(ask.runs):
        text = spoilt(chance)
        try:
            content, before = read_notes_text(text, lambda: NoteId(f"given-{next(numbers)}"))
        except MalformedError:
            continue
        document = replace(content.document, text_sha256="ff")
        wanted = replace(content, notebook=changed(content.notebook, chance), document=document)
        figures["changed"] += 1
        try:
            check(before, with_content(before, wanted), wanted)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            figures["failed"] += 1
            print(f"{error!r}\n{text}\n{wanted.notebook!r}")
    end(figures, "failed")


if __name__ == "__main__":
    main()
