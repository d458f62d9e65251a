"""Where the reader's files are kept, as the platform has it."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths

_Location = QStandardPaths.StandardLocation


class Folders(NamedTuple):
    """`settings` is the INI file, `cache` may be emptied at any time, `notes` is the visible default for notes.

    `gazetteers` is where names that the reader adds are looked for, `texts` the default for texts that are pasted,
    `state` holds locks, former versions and drafts of notes and belongs to this machine alone.
    """

    settings: Path
    cache: Path
    notes: Path
    gazetteers: Path
    texts: Path
    state: Path

    @classmethod
    def within(cls, folder: Path) -> "Folders":
        """All of them in one folder, for a run that is to leave the reader's own alone."""
        return cls(
            settings=folder / "communique.ini",
            cache=folder / "cache",
            notes=folder / "Communique Notes",
            gazetteers=folder / "gazetteers",
            texts=folder / "Communiqués",
            state=folder / "state",
        )


def platform_folders() -> Folders:
    return Folders(
        settings=_place(_Location.GenericConfigLocation) / "communique" / "communique.ini",
        cache=_place(_Location.GenericCacheLocation) / "communique",
        notes=_place(_Location.DocumentsLocation) / "Communique Notes",
        gazetteers=_place(_Location.GenericDataLocation) / "communique" / "gazetteers",
        texts=_place(_Location.DocumentsLocation) / "Communiqués",
        state=_place(_Location.GenericStateLocation) / "communique",
    )


def _place(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location))
