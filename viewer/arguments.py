"""What the command line asked for: the value the window and the command line both start from."""

from pathlib import Path
from typing import NamedTuple


class Arguments(NamedTuple):
    """One start of the program. `size` is the width and height in pixels of the window to draw.

    `inspect` asks for what was recognised in `file`, without a window; `gazetteers` is a folder of further names.
    `check` asks to look through these notes files and folders, without a window; empty, through the reader's own.
    `screenshot` asks for a picture of the window, without a display; `theme` ("light" or "dark"), `size` and `select`
    (an entity's name or id) say what to draw.
    """

    file: Path | None = None
    inspect: bool = False
    gazetteers: Path | None = None
    screenshot: Path | None = None
    theme: str | None = None
    size: tuple[int, int] | None = None
    select: str | None = None
    check: tuple[Path, ...] | None = None
