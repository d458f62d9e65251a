"""Where the reader's files are kept, as the platform has it."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths

_Location = QStandardPaths.StandardLocation


class Folders(NamedTuple):
    """`settings` is the INI file, `cache` may be emptied at any time, `notes` is the visible default for notes.

    `gazetteers` is where names that the reader adds are looked for, `texts` the default for texts that are pasted.
    """

    settings: Path
    cache: Path
    notes: Path
    gazetteers: Path
    texts: Path


def platform_folders() -> Folders:
    return Folders(
        settings=_place(_Location.GenericConfigLocation) / "communique" / "communique.ini",
        cache=_place(_Location.GenericCacheLocation) / "communique",
        notes=_place(_Location.DocumentsLocation) / "Communique Notes",
        gazetteers=_place(_Location.GenericDataLocation) / "communique" / "gazetteers",
        texts=_place(_Location.DocumentsLocation) / "Communiqués",
    )


def _place(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location))
