"""The command line: what may be asked, and the command `inspect`, which never needs a window."""

import sys
from pathlib import Path

from viewer.arguments import Arguments
from viewer.core.errors import ViewerError
from viewer.storage.documents import read_document

BAD_INPUT = 2
"""Exit status for a command line or a document that cannot be used."""

_COMMANDS = ("inspect", "check-notes")


def parse_arguments(argv: list[str]) -> Arguments:
    """What `argv` (without the program's name) asks for. Ends the program after --help, --version and any mistake.

    The usual starts, with one file or none, are made out here: importing a parser of options would delay the window.
    """
    match argv:
        case []:
            return Arguments()
        case [name] if name not in _COMMANDS and not name.startswith("-"):
            return Arguments(file=Path(name))
    from viewer import options  # noqa: PLC0415  # see above

    options.allow_any_terminal()
    match argv[0]:
        case "inspect":
            return options.inspect_arguments(argv[1:])
        case "check-notes":
            return options.check_arguments(argv[1:])
    return options.window_arguments(argv)


def inspect(arguments: Arguments) -> int:
    """Prints what was recognised in the file. Raises ViewerError where the file is not a readable text."""
    # Imported here because the start of a window comes through this module too.
    from viewer.core.analysis import analyse  # noqa: PLC0415
    from viewer.core.entities.pipeline import Recogniser  # noqa: PLC0415
    from viewer.core.structure.parse import parse  # noqa: PLC0415
    from viewer.exports.inspect import inspect_document  # noqa: PLC0415
    from viewer.formats.plain_text import to_source  # noqa: PLC0415
    from viewer.storage.dictionary import word_frequency  # noqa: PLC0415
    from viewer.storage.gazetteers import load_lexicon  # noqa: PLC0415

    assert arguments.file is not None
    source = to_source(read_document(arguments.file), arguments.file.name)
    lexicon, mistakes = load_lexicon(own=arguments.gazetteers)
    for mistake in mistakes:
        sys.stderr.write(f"communique: left out: {mistake}\n")
    recogniser = Recogniser(lexicon)
    return print_out(inspect_document(analyse(parse(source, frequency=word_frequency), recogniser)))


def print_out(text: str) -> int:
    """Writes to standard output past `sys.stdout`, whose encoding and last flush are not ours to choose."""
    try:
        with open(1, "wb", closefd=False) as output:  # a descriptor, not a path
            output.write(text.encode())
    except BrokenPipeError:
        raise  # no trouble: the door of the program ends quietly
    except OSError as error:
        raise ViewerError(f"Cannot write the result: {error.strerror}.") from error
    return 0
