"""Journey 10: all notes files are looked through, in the window and on the command line, in the same words."""

import subprocess
import sys
from pathlib import Path

from finding import part_of
from program import Program, words_on
from PySide6.QtWidgets import QPlainTextEdit

from viewer.widgets.check_dialog import CheckDialog


def damaged(folder: Path) -> Path:
    folder.mkdir(parents=True)
    path = folder / "broken.notes.yaml"
    path.write_text("format: 1\nnotes:\n\t- id: 1\n", encoding="utf-8")
    return path


def check(*arguments: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "viewer", "check-notes", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, encoding="utf-8")


def test_where_all_is_well_a_notice_says_so(program: Program) -> None:
    program.window.action("check-notes").trigger()
    program.qtbot.waitUntil(lambda: program.notice == "0 notes files with 0 notes: nothing to mend.")
    assert program.window.action("check-notes").isEnabled()


def test_what_is_to_be_mended_can_be_read_and_copied(program: Program) -> None:
    path = damaged(program.folders.notes)
    program.window.action("check-notes").trigger()
    program.qtbot.waitUntil(lambda: bool(program.window.findChildren(CheckDialog)))
    dialog = part_of(program.window, CheckDialog)
    assert words_on(dialog) == ["1 notes file with 0 notes: 1 thing to mend."]
    assert program.notice == ""
    assert part_of(dialog, QPlainTextEdit).toPlainText() == check(path).stdout.splitlines()[0]
    dialog.reject()


def test_a_notes_folder_whose_disk_is_unplugged_is_said(program: Program, tmp_path: Path) -> None:
    program.workspace.change_notes_folder(tmp_path / "unplugged" / "Notes")
    program.window.action("check-notes").trigger()
    program.qtbot.waitUntil(lambda: "cannot be reached" in program.notice)


def test_the_command_line_tells_all_is_well_by_its_exit_status(tmp_path: Path) -> None:
    run = check()
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "0 notes files with 0 notes: nothing to mend.\n"
    damaged(tmp_path / "Notes")
    run = check(tmp_path / "Notes")
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.startswith(f"{tmp_path / 'Notes' / 'broken.notes.yaml'}:3:")
    assert run.stdout.endswith("1 notes file with 0 notes: 1 thing to mend.\n")


def test_the_command_line_looks_in_the_readers_own_folders(own_folders: Path) -> None:
    damaged(own_folders / "Documents" / "Communique Notes")
    drafts = own_folders / ".state" / "communique" / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "a.draft.yaml").write_bytes(b"[")
    run = check()
    assert run.returncode == 1
    assert run.stdout.endswith("1 notes file with 0 notes: 2 things to mend.\n")


def test_what_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    run = check(tmp_path / "gone")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1
