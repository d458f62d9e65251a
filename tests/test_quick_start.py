import marshal
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from viewer import quick_start

START = """
from viewer.quick_start import import_plainly, import_shiboken
import builtins
plain, compiled = builtins.compile, []
def compile_and_count(source, filename, *rest, **more):
    compiled.append(str(filename))
    return plain(source, filename, *rest, **more)
builtins.compile = compile_and_count
import_shiboken()
assert builtins.compile is compile_and_count
import_plainly()
print(sum(name.startswith("shibokensupport/") for name in compiled))
"""

PLAIN = """
from viewer.quick_start import import_plainly
import builtins
import_plainly()
print(builtins.__import__.__name__)
import PySide6.QtWidgets
print(builtins.__import__.__name__)
"""


def run_python(script: str, **more: str) -> str:
    """What a process of its own prints, which may keep bytecode."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ |= {"PYTHONPATH": str(Path(quick_start.__file__).parents[1])} | more
    run = subprocess.run([sys.executable, "-c", script], env=environ, capture_output=True, text=True, check=True)
    return run.stdout


def support_modules_compiled(cache: Path) -> int:
    """How many modules a start compiles, in a process whose bytecode is kept under `cache`."""
    return int(run_python(START, PYTHONPYCACHEPREFIX=str(cache)))


def kept_files(cache: Path) -> list[Path]:
    return [path for path in cache.rglob("shibokensupport.*") if path.is_file()]


def kept_in(data: bytes) -> quick_start.Kept:
    return dict(marshal.loads(data.removeprefix(quick_start._STAMP)))  # noqa: S302 - just written by the program


def test_the_second_start_compiles_nothing_of_pyside_anew(tmp_path: Path) -> None:
    assert support_modules_compiled(tmp_path) > 0
    assert len(kept_files(tmp_path)) == 1
    assert support_modules_compiled(tmp_path) == 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"spoilt",
        lambda data: data[:-100],
        lambda data: data.replace(b"3.", b"2.", 1),  # another Python's
        lambda _: quick_start._STAMP + marshal.dumps(["a", "list"]),
        lambda data: quick_start._STAMP + marshal.dumps(dict.fromkeys(kept_in(data), "no bytecode")),
        lambda data: quick_start._STAMP + marshal.dumps(dict.fromkeys(kept_in(data))),
        lambda data: quick_start._STAMP + marshal.dumps(dict(enumerate(kept_in(data).values()))),
    ],
)
def test_spoilt_bytecode_is_made_anew(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    support_modules_compiled(tmp_path)
    (kept,) = kept_files(tmp_path)
    kept.write_bytes(spoil(kept.read_bytes()))
    assert support_modules_compiled(tmp_path) > 0
    assert support_modules_compiled(tmp_path) == 0


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    assert support_modules_compiled(blocked) > 0


def test_pysides_hook_is_off_import_even_where_it_was_not_on_yet() -> None:
    hooked = run_python("import builtins, PySide6.QtCore; print(builtins.__import__.__name__)")
    before, after = run_python(PLAIN).split()
    assert hooked.strip() not in {before, after}
