"""The options of the command line, their help, and their mistakes in one line."""

import io
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from pathlib import Path
from typing import NoReturn

from viewer import __version__
from viewer.arguments import Arguments
from viewer.core.display_names import shown_name
from viewer.storage.documents import is_same_file, read_beginning

_USAGE = """communique [FILE]
       communique inspect --json [--gazetteers FOLDER] FILE
       communique check-notes [FOLDER|FILE …]
       communique --screenshot OUT.png [FILE] [--theme light|dark] [--size WxH] [--select ENTITY]"""
_DESCRIPTION = "Read a diplomatic communiqué with the people, states and bodies it names, and keep notes on it."
_EPILOG = """\
Without FILE the window opens the communiqué that comes with the program.
“communique inspect --json FILE” prints what is recognised in FILE, without a window.
“communique check-notes” looks through your notes files and says what is to be mended.
A file that is itself called “inspect” or “check-notes” is opened as ./inspect or ./check-notes."""
_PNG = b"\x89PNG\r\n\x1a\n"  # how a file of that format begins
_CHECK = """\
Look through your notes, with their drafts and former versions, or through the notes files given, and say what is to be
mended and how. Nothing is changed. The exit status is 0 where all is well, and 1 where something was found."""
_INSPECT = "Print what is recognised in FILE: its text, paragraphs, sections and entities."


class _Parser(ArgumentParser):
    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Ends the program, once all that was printed is out: here a reader who went away can still be noticed."""
        if isinstance(sys.stdout, io.TextIOWrapper):  # it is None where standard output is closed
            sys.stdout.flush()
        super().exit(status, message)

    def error(self, message: str) -> NoReturn:
        """Ends the program with the mistake alone: the whole usage, printed at every slip, would hide it."""
        self.exit(2, f"communique: {' '.join(message.split())}. Try: {self.prog} --help\n")


def window_arguments(argv: list[str]) -> Arguments:
    """The arguments of the window and of its picture. Ends the program after --help, --version and any mistake."""
    parser = _Parser("communique", _USAGE, _DESCRIPTION, _EPILOG, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="the text to open")
    parser.add_argument("--screenshot", metavar="OUT.png", type=_picture, help="draw the window, without a display")
    parser.add_argument("--theme", metavar="light|dark", type=_theme, help="draw it light or dark")
    parser.add_argument("--size", metavar="WxH", type=_size, help="draw it that wide and high in pixels: 1280x800")
    parser.add_argument("--select", metavar="ENTITY", help="draw it with this person, state or other entity chosen")
    parser.add_argument("--version", action="version", version=f"communique {__version__}", help="print the version")
    asked = parser.parse_args(argv)
    if asked.screenshot is None and (asked.theme or asked.size or asked.select):
        parser.error("--theme, --size and --select go with --screenshot OUT.png")
    if asked.screenshot and asked.file and is_same_file(asked.screenshot, asked.file):
        parser.error("--screenshot OUT.png would write over the text to open. Choose another name for the picture")
    return Arguments(**vars(asked))


def allow_any_terminal() -> None:
    """Lets a terminal that lacks a letter of the help show a question mark in its place, instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def inspect_arguments(argv: list[str]) -> Arguments:
    """The arguments of `inspect`, which comes before `argv`. Ends the program after --help and any mistake."""
    parser = _Parser("communique inspect", "communique inspect --json [--gazetteers FOLDER] FILE", _INSPECT)
    parser.add_argument("--json", action="store_true", required=True, help="print one JSON object")
    parser.add_argument("--gazetteers", metavar="FOLDER", type=Path, help="know the names of your own files there, too")
    parser.add_argument("file", metavar="FILE", type=Path, help="the text to inspect")
    asked = parser.parse_args(argv)
    if asked.gazetteers is not None and not asked.gazetteers.is_dir():
        parser.error(f"“{shown_name(str(asked.gazetteers))}” is not a folder")
    return Arguments(file=asked.file, inspect=True, gazetteers=asked.gazetteers)


def check_arguments(argv: list[str]) -> Arguments:
    """The arguments of `check-notes`, which comes before `argv`. Ends the program after --help and any mistake."""
    parser = _Parser("communique check-notes", "communique check-notes [FOLDER|FILE …]", _CHECK)
    parser.add_argument("check", metavar="FOLDER|FILE", nargs="*", type=Path, help="notes files, or folders of them")
    return Arguments(check=tuple(parser.parse_args(argv).check))


def _theme(word: str) -> str:
    if word not in {"light", "dark"}:
        raise ArgumentTypeError(f"“{word}” is neither light nor dark")
    return word


def _picture(word: str) -> Path:
    """A file that is not there yet, or is a picture of this format: a text given by mistake is not written over."""
    path, name = Path(word), shown_name(word)
    if path.suffix.lower() != ".png":
        raise ArgumentTypeError(f"“{name}” is not a name for the picture, such as window.png")
    try:
        begins = read_beginning(path, len(_PNG))
    except FileNotFoundError:
        return path
    except OSError as error:
        raise ArgumentTypeError(f"the picture cannot be written to “{name}”: {error.strerror}") from error
    if begins != _PNG:
        raise ArgumentTypeError(f"“{name}” is there and is not a PNG picture. Choose another name, or take it away")
    return path


def _size(word: str) -> tuple[int, int]:
    """Width and height in pixels; more than 10,000 either way would be a picture no one can open."""
    match = re.fullmatch(r"([1-9]\d{0,4})x([1-9]\d{0,4})", word, re.ASCII)
    if not match or max(size := (int(match[1]), int(match[2]))) > 10_000:
        raise ArgumentTypeError(f"“{word}” is not a size such as 1280x800")
    return size
