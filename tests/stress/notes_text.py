"""Saves and loads strings of every character there is, and changes single notes among them.

    python tests/stress/notes_text.py [--runs 20000] [--seed 1]

A run is one string, in the place of a note's text, of a tag or of a quotation. Each file is written with both kinds of
line end and with comments between its notes, and read by both parsers of PyYAML. Then one note is changed: the comments
and the lines of all other notes must be what they were. Ends with one line of JSON.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import yaml
from notes_desk import Desk, asked, end, note

from viewer.core.notes import Anchor, Note, Notebook
from viewer.storage import strict_yaml

_AT_ONCE = 6  # notes in a file, of three strings each
_LONGEST = 40
_LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
# What means something to YAML, or to programs that split lines.
_TRAPS = (
    *("\n", "\n", "\n", "\r", "\r\n", " ", " ", "\t", "\x85", "\u2028", "\u2029", "\ufeff", "\x00", "\x7f", "\x9f"),
    *("-", "- ", ":", ": ", "#", " #", "'", '"', "\\", "|", ">", "&a", "*a", "!", "%", "@", "`", "{", "}", "[", "]"),
    *(",", "?", "? ", "<<", "---\n", "...\n", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "~", "null", "no", "12:30"),
    *("\ufffe", "\uffff", "\ufffd", "\u00a0", "\u202e", "\u200d", "🕊", "é", "\U0010ffff"),
)


def random_text(chance: random.Random) -> str:
    length = chance.randrange(_LONGEST)
    traps = chance.random()
    return "".join(chance.choice(_TRAPS) if chance.random() < traps else scalar(chance) for _ in range(length))


def scalar(chance: random.Random) -> str:
    """Any character but half a one."""
    value = chance.choice((chance.randrange(0x80), chance.randrange(0xF800), chance.randrange(0x10F800)))
    return chr(value if value < 0xD800 else value + 0x800)


def random_note(chance: random.Random, number: int) -> Note:
    made = note(number, random_text(chance))
    return replace(made, tags=(random_text(chance),), anchor=Anchor(0, 9, random_text(chance), "", ""))


def with_comments(data: bytes, end_of_line: bytes) -> bytes:
    """The file with a comment above each note and at its end, and with these line ends."""
    lines = []
    for line in data.removesuffix(b"\n").split(b"\n"):
        if line.startswith(b"- id: "):
            lines.append(
                b"# Above " + line[6:]
            )  # with no empty line, which might be taken for the end of a note's text
        lines.append(line)
    return end_of_line.join([*lines, b"# The end.", b""])


def notes_in_bytes(data: bytes) -> list[bytes]:
    """What stands above the notes, and each note with the comment after it."""
    return data.split(b"- id: ")


@contextmanager
def loader(made: object) -> Iterator[None]:
    with patch.object(strict_yaml, "_LOADER", made):
        yield


def check(desk: Desk, notebook: Notebook, changed: Note) -> None:
    """Save, read back by every parser, change one note, read back."""
    file = desk.save(desk.open()[0], notebook)
    for end_of_line in (b"\n", b"\r\n"):
        for made in _LOADERS:
            file.path.unlink()
            written = desk.save(replace(file, digest=None, text=None), notebook)
            before = with_comments(written.path.read_bytes(), end_of_line)
            file.path.write_bytes(before)
            with loader(made):
                written, found = desk.open()
                assert found == notebook, "not what was saved"
                after = notebook.with_note(changed)
                desk.save(written, after)
                assert desk.open()[1] == after, "not what was changed"
            data = file.path.read_bytes()
            parts = zip(notes_in_bytes(before), notes_in_bytes(data), strict=True)
            differing = [order for order, (one, other) in enumerate(parts) if one != other]
            assert set(differing) <= {after.notes.index(changed) + 1}, "lines of other notes were changed"
            assert comments(before) == comments(data), "comments were changed"
            assert data.count(b"\n") == data.count(end_of_line), "other line ends"


def comments(data: bytes) -> list[bytes]:
    return [line for line in data.splitlines() if line.startswith(b"#")]


def main() -> None:
    ask = asked(__doc__, 20_000)
    chance = random.Random(ask.seed)
    figures = {"runs": 0, "files": 0, "failed": 0}
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        while figures["runs"] < ask.runs:
            notes = [random_note(chance, number) for number in range(_AT_ONCE)]
            number = chance.randrange(_AT_ONCE)
            changed = replace(random_note(chance, number), tags=notes[number].tags)
            figures["runs"] += 3 * _AT_ONCE + 2
            figures["files"] += 1
            try:
                check(desk, Notebook(tuple(notes)), changed)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told
                figures["failed"] += 1
                print(f"{error!r:.300}\n{notes!r:.600}\n{changed!r:.300}")
            for path in desk.folder.path.iterdir():
                path.unlink()
    end(figures, "failed")


if __name__ == "__main__":
    main()
