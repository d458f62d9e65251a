"""Does at random what can happen to a notes file, and looks after every step that nothing promised is missing.

    python tests/stress/notes_machine.py [--runs 1000] [--seed 1]

A run is a sequence of edits, saves, saves on a failing disk, crashes, changes by another program, garbage in the file,
new starts, and clocks set to 1970 and 2099. Ends with one line of JSON.
"""

import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from faulty_disk import ERRORS, Died, FaultyDisk
from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from notes_desk import Desk, Writer, asked, end, note

from viewer.core.errors import ViewerError
from viewer.core.notes import Notebook, NoteId
from viewer.storage import notebooks
from viewer.storage.history import versions
from viewer.storage.notebook_errors import UnreadableNotebookError

NUMBERS = st.integers(0, 5)
BODIES = st.sampled_from(["", "one", "two\nlines\n", " blank", "# no comment\n- id: x\n"])
GARBAGE = st.sampled_from(
    [b"", b"\0" * 300, b"format: 1\nnotes:\n- id: [", b"<<<<<<< a\n", b"\xff\xfe", b"format: 2\ndocument: {}\n"]
)
STEPS = st.integers(0, 90)


class Clock(datetime):
    """A clock that can be set."""

    year_set = 2026

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Clock":
        return cls(cls.year_set, 1, 1, tzinfo=tz)


class Machine(RuleBasedStateMachine):
    """`promised` are the notes that are on the disk whatever happens: saved, and not taken away by another program."""

    runs = steps = 0

    def __init__(self) -> None:
        super().__init__()
        Machine.runs += 1
        self._temporary = TemporaryDirectory()
        self.desk = Desk(Path(self._temporary.name))
        self.writer = Writer(self.desk)
        self.promised: dict[NoteId, str] = {}
        self.garbage: bytes | None = None
        self.whole = b""
        Clock.year_set = 2026
        self._clock = patch.object(notebooks, "datetime", Clock)
        self._clock.start()

    def teardown(self) -> None:
        self._clock.stop()
        self._temporary.cleanup()

    @property
    def path(self) -> Path:
        return self.desk.open()[0].path if self.garbage is None else self._path

    @initialize()
    def begin(self) -> None:
        self.writer.notebook = Notebook((note(0, "The first."),))
        self.writer.save()
        self._path = self.path
        self.keep_promises()

    def keep_promises(self) -> None:
        self.promised = {made.id: made.body for made in self.writer.notebook.notes}

    @rule(number=NUMBERS, body=BODIES)
    def edit(self, number: int, body: str) -> None:
        self.writer.notebook = self.writer.notebook.with_note(note(number, body))

    @rule(number=NUMBERS)
    def delete(self, number: int) -> None:
        self.writer.notebook = self.writer.notebook.without(note(number, "").id)

    @rule()
    def save(self) -> None:
        if self.garbage is not None:
            self.refuse(self.writer.save)
            return
        self.writer.save()
        self.keep_promises()
        assert self.desk.open()[1] == self.writer.notebook

    def refuse(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UnreadableNotebookError:
            return
        raise AssertionError("garbage was taken for notes")

    @precondition(lambda self: self.garbage is None)
    @rule(step=STEPS, error=st.sampled_from(ERRORS), short=st.sampled_from([0, 1, 7]))
    def save_on_a_failing_disk(self, step: int, error: int, short: int) -> None:
        saved = False
        with FaultyDisk(step, error, short).installed(), suppress(ViewerError, OSError):
            self.writer.save()
            saved = True
        self.settle(saved=saved)
        assert self.desk.leftovers() == []

    @precondition(lambda self: self.garbage is None)
    @rule(step=STEPS)
    def die_while_saving(self, step: int) -> None:
        saved = False
        with FaultyDisk(step).installed(), suppress(Died):
            self.writer.save()
            saved = True
        self.settle(saved=saved)
        self.writer = Writer(self.desk)
        for path in self.desk.leftovers():
            path.unlink()

    def settle(self, *, saved: bool) -> None:
        """After a save that may have failed at its last step: what is on the disk now is promised."""
        found = self.desk.open()[1]
        if saved or found == self.writer.notebook:
            assert found == self.writer.notebook
            self.keep_promises()

    @precondition(lambda self: self.garbage is None)
    @rule(number=NUMBERS, body=BODIES)
    def another_program_writes(self, number: int, body: str) -> None:
        other = Writer(self.desk)
        other.notebook = other.notebook.with_note(note(number, body))
        other.save()
        self.promised = {made.id: made.body for made in other.notebook.notes}
        assert self.desk.open()[1] == other.notebook

    @precondition(lambda self: self.garbage is None)
    @rule(number=NUMBERS)
    def another_program_deletes(self, number: int) -> None:
        other = Writer(self.desk)
        other.notebook = other.notebook.without(note(number, "").id)
        other.save()
        self.promised.pop(note(number, "").id, None)

    @precondition(lambda self: self.garbage is None)
    @rule()
    def the_file_is_taken_away(self) -> None:
        self.path.unlink(missing_ok=True)
        self.promised = {}

    @precondition(lambda self: self.garbage is None)
    @rule(garbage=GARBAGE)
    def the_file_is_spoilt(self, garbage: bytes) -> None:
        self._path = self.path
        self.whole = self._path.read_bytes() if self._path.exists() else b""
        self.garbage = garbage
        self._path.parent.mkdir(exist_ok=True)
        self._path.write_bytes(garbage)

    @precondition(lambda self: self.garbage is not None)
    @rule()
    def the_file_is_mended(self) -> None:
        self.garbage = None
        if self.whole:
            self._path.write_bytes(self.whole)
        else:
            self._path.unlink(missing_ok=True)

    @precondition(lambda self: self.garbage is None)
    @rule()
    def start_again(self) -> None:
        self.writer = Writer(self.desk)
        assert self.writer.notebook == self.desk.open()[1]

    @rule(year=st.sampled_from([1970, 2026, 2099]))
    def set_clock(self, year: int) -> None:
        Clock.year_set = year

    @precondition(lambda self: self.garbage is None)
    @rule()
    def save_keeps_the_former_version(self) -> None:
        file = self.path
        before = file.read_bytes() if file.exists() else None
        self.writer.save()
        self.keep_promises()
        if before is not None and file.read_bytes() != before:
            assert before in [version.path.read_bytes() for version in versions(self.desk.state.history(file))]

    @invariant()
    def nothing_promised_is_missing(self) -> None:
        Machine.steps += 1
        if self.garbage is not None:
            assert self._path.read_bytes() == self.garbage, "a spoilt file was written over"
            self.refuse(self.desk.open)
            return
        found = {made.id: made.body for made in self.desk.open()[1].notes}
        assert self.promised.items() <= found.items()


def main() -> None:
    ask = asked(__doc__, 1000)
    failed = 0
    try:
        run_state_machine_as_test(
            seeded(ask.seed)(Machine),
            settings=settings(
                max_examples=ask.runs,
                stateful_step_count=30,
                deadline=None,
                database=None,
                phases=[Phase.generate, Phase.shrink],
                suppress_health_check=list(HealthCheck),
            ),
        )
    except Exception:  # noqa: BLE001 - whatever it is, it is told
        traceback.print_exc(file=sys.stdout)
        failed = 1
    end({"runs": Machine.runs, "steps": Machine.steps, "failed": failed}, "failed")


if __name__ == "__main__":
    main()
