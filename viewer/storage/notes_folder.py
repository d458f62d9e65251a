"""The folder of the notes files, and how much of it may be made where it is missing."""

from errno import ENOENT
from os import strerror
from pathlib import Path
from typing import NamedTuple


class NotesFolder(NamedTuple):
    """The default folder, or one `chosen` by the reader.

    Of a chosen folder only the last part is ever made: what is above it may be on a disk that is not plugged in, and
    would be made anew on another, where the notes written so far are missing.
    """

    path: Path
    chosen: bool = False

    def check(self) -> None:
        """Raises FileNotFoundError where the disk of a chosen folder is missing, and with it whatever notes it has."""
        if self.chosen and not self.path.parent.is_dir():
            raise FileNotFoundError(ENOENT, strerror(ENOENT), str(self.path))

    def entries(self) -> list[Path]:
        """What is in the folder; nothing where it was not made yet. Raises OSError where that cannot be known."""
        self.check()
        try:
            return list(self.path.iterdir())
        except FileNotFoundError:
            return []

    def make(self) -> None:
        """Makes the folder, unless it is there. Raises OSError."""
        from viewer.storage.atomic import make_folder, make_folders  # noqa: PLC0415 - not before the first frame

        (make_folder if self.chosen else make_folders)(self.path)
