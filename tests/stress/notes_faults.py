"""Lets every call of the system that a save makes fail in twelve ways, fall short, or be the program's last.

    python tests/stress/notes_faults.py [--runs 0] [--seed 1]

A run is one fault; `--runs 0` tries all there are, any other number so many of them, chosen at random. After each, the
file must be the old one or the new one; what was reported as saved must be on the disk, and behind the link where there
is one; nothing temporary may be left; and the next save must succeed. Ends with one line of JSON.
"""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from faulty_disk import ERRORS, Died, FaultyDisk, short_writes
from notes_desk import Desk, Writer, asked, end, note

from viewer.core.errors import ViewerError
from viewer.core.notes import Notebook
from viewer.storage.history import versions

OLD = Notebook((note(1, "The old words.\n"), note(2, "Of them *two*.\nAnd more.\n")))
NEW = OLD.with_note(note(2, "The new words.\n")).with_note(note(3, "A third."))
NEXT = NEW.with_note(note(4, "At the next try."))


class Fault(NamedTuple):
    """What goes wrong: at which call, with which error (None: the program dies), after how many bytes of a write."""

    place: str
    step: int
    error: int | None
    short: int = 0


def begin(folder: Path, place: str) -> tuple[Desk, Writer]:
    """A program with notes open: of a `new` file, an `old` one, or one behind a `link`."""
    desk = Desk(folder)
    if place != "new":
        file = desk.save(desk.open()[0], OLD)
        if place == "link":
            (folder / "elsewhere").mkdir()
            file.path.symlink_to(file.path.rename(folder / "elsewhere" / "real"))
    return desk, Writer(desk)


def faults(folder: Path) -> Iterator[Fault]:
    for place in ("new", "old", "link"):
        desk, writer = begin(folder / place, place)
        disk = FaultyDisk(-2)
        writer.notebook = NEW
        with disk.installed():
            writer.save()
        assert len(desk.leftovers()) == 0
        for step, call in enumerate(disk.calls):
            for error in (*ERRORS, None):
                yield Fault(place, step, error)
                if call == "write":
                    yield Fault(place, step, error, 1)
                    yield Fault(place, step, error, 7)


class Outcome(NamedTuple):
    """What was wrong after a fault."""

    torn: bool = False
    false_report: bool = False
    retry_failed: bool = False
    left: bool = False
    escaped: bool = False


def try_fault(folder: Path, fault: Fault) -> Outcome:
    desk, writer = begin(folder, fault.place)
    before = data_of(folder)
    disk = FaultyDisk(fault.step, fault.error, fault.short)
    writer.notebook = NEW
    saved = died = escaped = False
    with disk.installed():
        try:
            writer.save()
            saved = True
        except (ViewerError, OSError):
            pass
        except Died:
            died = True
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            print(repr(error))
            escaped = True
    left = not died and bool(desk.leftovers())
    torn = data_of(folder) != before and desk.open()[1] != NEW
    false_report = saved and (desk.open()[1] != NEW or (fault.place == "link" and not is_link(desk)))
    if saved and before is not None:
        kept = [version.path.read_bytes() for version in versions(desk.state.history(desk.open()[0].path))]
        false_report |= before not in kept
    if died:
        writer = Writer(desk)
    writer.notebook = NEXT
    try:
        writer.save()
        retry_failed = desk.open()[1] != NEXT
    except (ViewerError, OSError) as error:
        print(error)
        retry_failed = True
    return Outcome(torn, false_report, retry_failed, left, escaped)


def data_of(folder: Path) -> bytes | None:
    """What the notes file has; where there was a link, what is behind it."""
    (file, *_) = [*folder.glob("elsewhere/real"), *folder.glob("notes/*.notes.yaml"), None]
    return file.read_bytes() if file else None


def is_link(desk: Desk) -> bool:
    return all(path.is_symlink() for path in desk.folder.path.iterdir() if path.name.endswith(".notes.yaml"))


def try_short_writes(folder: Path, size: int) -> Outcome:
    desk, writer = begin(folder, "old")
    writer.notebook = NEW
    with short_writes(size):
        writer.save()
    return Outcome(torn=desk.open()[1] != NEW, left=bool(desk.leftovers()))


def open_files() -> int:
    known = Path("/proc/self/fd")
    return len(list(known.iterdir())) if known.is_dir() else 0


def main() -> None:
    ask = asked(__doc__, 0)
    figures = {"runs": 0, **dict.fromkeys(Outcome._fields, 0), "files_left_open": 0}
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "desk"
        every = list(faults(Path(parent) / "first"))
        chosen = random.Random(ask.seed).sample(every, ask.runs) if 0 < ask.runs < len(every) else every
        before = open_files()
        outcomes = []
        for size in (1, 7):
            outcomes.append((f"writes of {size} bytes", try_short_writes(folder, size)))
            shutil.rmtree(folder)
        for fault in chosen:
            outcomes.append((str(fault), try_fault(folder, fault)))
            shutil.rmtree(folder)
        figures["files_left_open"] = open_files() - before
    for what, outcome in outcomes:
        figures["runs"] += 1
        wrong = [name for name, value in outcome._asdict().items() if value]
        for name in wrong:
            figures[name] += 1
        if wrong:
            print(what, *wrong)
    end(figures, *Outcome._fields, "files_left_open")


if __name__ == "__main__":
    main()
