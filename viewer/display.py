"""Finds out, before Qt would abort, whether a window can open on this Linux machine."""

import re
from collections.abc import Mapping
from os import pathsep
from pathlib import Path

from viewer.core.display_names import shown_name

PACKAGES = (
    "libegl1 libgl1 libfontconfig1 libdbus-1-3 libglib2.0-0 libwayland-cursor0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)
"""Debian's packages that, with what they depend on, hold each library Qt and its window plugins are linked to (ldd)."""

_TIMEOUT = 1.0  # seconds; only a display on another machine takes any time at all
_WITHOUT_DISPLAY = (
    "Start it from a desktop session, or on a virtual display (apt install xvfb xauth; xvfb-run communique), "
    "or draw a picture with --screenshot OUT.png."
)
_WINDOW_SYSTEMS = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
"""What Qt calls them, and what names a display of each."""
_LIBRARY = r"([\w.+-]+\.so[.\d]*): cannot open"


def missing_display(environ: Mapping[str, str]) -> str | None:
    """Why no window can open, in one line with the way out; None where one can.

    Imports QtGui, which the window needs anyway: where a library Qt is linked to is missing, that import fails.
    """
    try:
        import PySide6.QtGui  # noqa: F401, PLC0415  # may fail: that is the question
    except ImportError as error:
        return _missing_library(str(error))
    platforms = environ.get("QT_QPA_PLATFORM", "")
    if not platforms:
        return _missing_window_system(environ, set(_WINDOW_SYSTEMS))
    # Qt tries one after the other, so one that works is enough. Each may have options of its own behind a colon.
    asked = {_plain(entry.partition(":")[0]) for entry in platforms.split(";")}
    there = _platforms_there(environ)
    usable = asked & there
    if not usable:
        names = ", ".join(sorted(there)) or "none"
        return f"QT_QPA_PLATFORM asks for “{shown_name(platforms)}”, which Qt does not have here. It has: {names}."
    # Offscreen and its like draw without a display.
    return _missing_window_system(environ, usable) if usable <= _WINDOW_SYSTEMS.keys() else None


def _platforms_there(environ: Mapping[str, str]) -> set[str]:
    """The names of the window systems, and of what stands in for one, that Qt has plugins for."""
    from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415  # not before the import above was tried

    folders = [
        Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms"),
        *(Path(folder, "platforms") for folder in environ.get("QT_PLUGIN_PATH", "").split(pathsep) if folder),
        *(Path(folder) for folder in environ.get("QT_QPA_PLATFORM_PLUGIN_PATH", "").split(pathsep) if folder),
    ]
    return {_plain(file.stem.removeprefix("libq")) for folder in folders for file in folder.glob("libq*.so")}


def _plain(platform: str) -> str:
    """The name without its variant: one plugin serves wayland-egl and wayland, or two do; Qt minds no case."""
    return platform.strip().lower().partition("-")[0]


def _missing_window_system(environ: Mapping[str, str], window_systems: set[str]) -> str | None:
    wayland, x11 = environ.get("WAYLAND_DISPLAY"), environ.get("DISPLAY")
    answers = []
    if wayland and "wayland" in window_systems:
        path = Path(environ.get("XDG_RUNTIME_DIR", "/"), wayland)
        answers.append(_unreachable(wayland, _answers_at(str(path))) or _missing_plugin("libqwayland.so"))
    if x11 and "xcb" in window_systems:
        answers.append(_unreachable(x11, _x11_answers(x11)) or _missing_plugin("libqxcb.so"))
    if not answers:
        return f"there is no display to open a window on: {_unset(window_systems)}. {_WITHOUT_DISPLAY}"
    return None if None in answers else answers[-1]


def _unset(window_systems: set[str]) -> str:
    if len(window_systems) > 1:
        return "neither DISPLAY nor WAYLAND_DISPLAY is set"
    (name,) = window_systems
    return f"QT_QPA_PLATFORM asks for {name}, and {_WINDOW_SYSTEMS[name]} is not set"


def _unreachable(name: str, answers: bool) -> str | None:  # noqa: FBT001  # the one question, already asked
    return None if answers else f"the display “{shown_name(name)}” does not answer. {_WITHOUT_DISPLAY}"


def _x11_answers(display: str) -> bool:
    """Whether the X server named in the form [host]:number[.screen] takes connections."""
    host, _, number = display.rpartition(":")
    number = number.split(".")[0]
    if not number.isdecimal():
        return _answers_at(display)
    if host in {"", "unix"}:
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  # the place X servers have agreed on
        return _answers_at(path) or _answers_at(f"\0{path}")
    return _answers_over_network(host, 6000 + int(number))


def _answers_at(path: str) -> bool:
    # The module `socket` takes ten times as long to import as all the rest of this check.
    import _socket  # noqa: PLC0415

    with_path = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        with_path.settimeout(_TIMEOUT)
        with_path.connect(path)
    except (OSError, ValueError):
        return False
    finally:
        with_path.close()
    return True


def _answers_over_network(host: str, port: int) -> bool:
    import socket  # noqa: PLC0415  # only for a display on another machine

    try:
        socket.create_connection((host, port), _TIMEOUT).close()
    except (OSError, OverflowError, UnicodeError):
        return False
    return True


def _missing_plugin(name: str) -> str | None:
    """What the window plugin needs and the machine does not have. Qt would load it next, so looking costs nothing."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader  # noqa: PLC0415  # not before the import above was tried

    plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms", name)
    loader = QPluginLoader(str(plugin))
    return _missing_library(loader.errorString()) if plugin.is_file() and not loader.load() else None


def _missing_library(error: str) -> str:
    found = re.search(_LIBRARY, error)
    if not found:
        return f"Qt cannot be loaded: {' '.join(error.split())}"
    return f"a window needs the library {found[1]}, which is missing. On Debian or Ubuntu: sudo apt install {PACKAGES}"
