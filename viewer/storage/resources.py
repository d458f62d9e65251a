"""Finds what the program reads but does not execute: the folders `resources` and `seeds`."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_BUNDLED = "2005-02-25-sco-foreign-ministers-astana.txt"

GAZETTEER_FILES = ("states.yaml", "organisations.yaml", "places.yaml", "offices.yaml", "words.yaml", "given_names.yaml")


def own_files(folder: Path) -> list[Path]:
    """The YAML files in a reader's own folder, by name; none where there is no such folder. Raises OSError."""
    if not folder.is_dir():
        return []
    return sorted(file for file in folder.iterdir() if file.suffix.lower() in {".yaml", ".yml"})


def resource(*parts: str) -> Path:
    """The path of a file or folder in `resources`, whether it exists or not."""
    return _folder("resources").joinpath(*parts)


def bundled_communique() -> Path:
    """The communiqué that comes with the program."""
    return _folder("seeds") / _BUNDLED


def _folder(name: str) -> Path:
    """The folder inside the package, where the wheel puts it; otherwise beside the package, as in a checkout."""
    packaged = _PACKAGE / f"_{name}"
    return packaged if packaged.is_dir() else _PACKAGE.parent / name
