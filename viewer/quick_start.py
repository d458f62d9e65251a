"""Takes two detours out of the import of PySide6, together a fifth of what a bare window costs."""

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType
from zlib import crc32

Kept = dict[tuple[str, int, int], CodeType]
_SUPPORT = "shibokensupport/"
_STAMP = f"{sys.version} {sys.flags.optimize}\n".encode()  # bytecode fits the Python that made it, and no other


def import_shiboken() -> None:
    """Import shiboken6 with the bytecode of its support modules kept from the start before.

    They are sources in an archive inside its library, which Python compiles anew at every start. (SBK_EMBED=0 unpacks
    them, but into the installation, and again at every start.) The bytecode lies where this module's own does, and is
    written or not by the same rules.
    """
    path = Path(__spec__.cached or __spec__.origin or __name__).with_name(
        f"shibokensupport.{sys.implementation.cache_tag}.kept"
    )
    kept = _load(path)
    before = len(kept)
    with _compile_once(kept):
        import shiboken6  # noqa: F401, PLC0415
    if len(kept) != before and not sys.dont_write_bytecode:
        _save(path, kept)


def import_plainly() -> None:
    """Take PySide6's hook off `import`: it reads the source of every module, to serve a switch nobody uses here."""
    import PySide6.QtCore  # noqa: F401, PLC0415 - puts the hook on

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _compile_once(kept: Kept) -> Iterator[None]:
    plain = builtins.compile

    def compile_once(source: bytes, filename: str, mode: str, *rest: object, **more: object) -> object:
        if mode != "exec" or rest or more or not str(filename).startswith(_SUPPORT):
            return plain(source, filename, mode, *rest, **more)  # type: ignore[call-overload]
        key = (filename, len(source), crc32(source))
        if key not in kept:
            kept[key] = plain(source, filename, mode)
        return kept[key]

    builtins.compile = compile_once  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.compile = plain


def _load(path: Path) -> Kept:
    """What the start before kept; nothing where the file is another Python's, or not what `_save` writes."""
    try:
        data = path.read_bytes()
        if not data.startswith(_STAMP):
            return {}
        found = marshal.loads(data.removeprefix(_STAMP))  # noqa: S302 - as trusted as the bytecode beside it
    except (OSError, ValueError, EOFError, TypeError, SystemError):
        return {}
    return found if isinstance(found, dict) and all(map(_is_kept, found, found.values())) else {}


def _is_kept(key: object, code: object) -> bool:
    match key:
        case (str(), int(), int()):
            return isinstance(code, CodeType)
    return False


def _save(path: Path, kept: Kept) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):  # a read-only installation starts a little more slowly, that is all
        temporary.write_bytes(_STAMP + marshal.dumps(kept))
        temporary.replace(path)
