"""The one door into the program: `communique`, or `python -m viewer`."""

import gc
import os
import sys

from viewer.arguments import Arguments
from viewer.cli import BAD_INPUT, inspect, parse_arguments
from viewer.core.errors import ViewerError


def main() -> int:
    """Runs the command and returns its exit status; whatever goes wrong is said in one line."""
    try:
        arguments = parse_arguments(sys.argv[1:])
        if arguments.check is not None:
            from viewer.check_notes import check  # noqa: PLC0415  # a window does without

            return check(arguments.check)
        return inspect(arguments) if arguments.inspect else _window(arguments)
    except ViewerError as error:
        return _refuse(str(error))
    except BrokenPipeError:  # whoever reads our output has seen enough (`communique --help | true`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # Python flushes once more at its end, and would complain
        return 1
    except KeyboardInterrupt:
        return 130  # what a shell reports for Ctrl+C


def _window(arguments: Arguments) -> int:
    _end_at_interrupt()
    if arguments.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # Qt's offscreen plugin warns at every window of what it cannot do, which nobody here asks of it.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from viewer.quick_start import import_plainly, import_shiboken  # noqa: PLC0415  # `inspect` does without Qt

    gc.disable()  # what is made at the start stays: looking it through for garbage, again and again, is for nothing
    import_shiboken()
    if sys.platform == "linux":
        from viewer.display import missing_display  # noqa: PLC0415  # `inspect` asks for no window

        if message := missing_display(os.environ):
            return _refuse(message)
    import_plainly()
    from viewer.app import run  # noqa: PLC0415  # Qt, which `inspect` does without

    return run(arguments)


def _end_at_interrupt() -> None:
    """Let Ctrl+C end the process: Qt falls over a KeyboardInterrupt in the middle of what it does.

    Nothing of the reader's is lost by that before the window is whole; from then on, the window heeds it.
    """
    # The module `signal` only makes enumerations of what is here, which would delay the first frame.
    import _signal  # type: ignore[import-not-found]  # noqa: PLC0415  # `inspect` knows no Qt

    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)


def _refuse(message: str) -> int:
    print(f"communique: {message}", file=sys.stderr)  # noqa: T201  # the answer of a command line
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
