"""The command `check-notes`: looks through notes files, and says what is to be mended."""

from pathlib import Path

from viewer.cli import print_out
from viewer.services.folders import platform_folders
from viewer.services.settings import SettingsStore
from viewer.storage.note_check import Report, check_notes, check_own_notes
from viewer.storage.state_folder import StateFolder
from viewer.storage.temporaries import present_moment

FOUND = 1
"""Exit status where something is to be mended."""


def check(paths: tuple[Path, ...]) -> int:
    """Prints what was found in these files and folders, or in the reader's own. Raises ViewerError."""
    report = _report(paths)
    print_out(f"{report.words()}\n")
    return FOUND if report.findings else 0


def _report(paths: tuple[Path, ...]) -> Report:
    if paths:
        return check_notes(paths, present_moment())
    folders = platform_folders()
    folder = Path(SettingsStore(folders.settings).load().notes_folder or folders.notes)
    return check_own_notes(folder, StateFolder(folders.state), present_moment())
