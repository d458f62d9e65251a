import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from viewer.display import PACKAGES, missing_display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")


def said(environ: dict[str, str]) -> str:
    message = missing_display(environ)
    assert message is not None
    assert "\n" not in message
    return message


def test_says_that_there_is_no_display_and_what_to_install_for_one() -> None:
    assert "there is no display" in said({})
    assert "apt install xvfb xauth" in said({})
    assert "there is no display" in said({"DISPLAY": "", "WAYLAND_DISPLAY": ""})


@pytest.mark.parametrize("display", [":4711", "unix:4711", "localhost:4711", ":4711.0", "junk", ":99999999", "\0:1"])
def test_says_that_a_display_does_not_answer(display: str) -> None:
    assert "does not answer" in said({"DISPLAY": display})
    assert "\0" not in said({"DISPLAY": display})


def test_says_that_a_compositor_does_not_answer(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-4711", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert "“wayland-4711” does not answer" in said(environ)


def test_a_compositor_that_answers_is_enough_though_the_x_server_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path may have 107 bytes only
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind("wayland-7")
        compositor.listen()
        environ = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": ".", "DISPLAY": ":4711"}
        if "needs the library" in (missing := missing_display({**environ, "DISPLAY": ""}) or ""):
            pytest.skip(missing)
        assert missing_display(environ) is None
        assert missing_display(environ | {"XDG_RUNTIME_DIR": "/"}) is not None


def test_finds_an_x_server_on_the_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        assert missing_display({"DISPLAY": f"127.0.0.1:{number}.0"}) is None


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "linuxfb"])
def test_platforms_that_draw_elsewhere_need_no_display(platform: str) -> None:
    assert missing_display({"QT_QPA_PLATFORM": platform}) is None


def test_a_platform_asked_for_is_the_only_one_tried() -> None:
    assert "does not answer" in said({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711", "WAYLAND_DISPLAY": "x"})
    assert "asks for xcb, and DISPLAY is not set" in said({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "x"})
    assert "asks for wayland, and WAYLAND_DISPLAY is not set" in said({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"})
    assert "neither DISPLAY nor WAYLAND_DISPLAY" in said({"QT_QPA_PLATFORM": "wayland;xcb"})


@pytest.mark.parametrize("platform", ["nonsense", "nonsense:a=b;more", "/etc/passwd", "windows"])
def test_a_platform_that_qt_has_no_plugin_for_is_said(platform: str) -> None:
    message = said({"QT_QPA_PLATFORM": platform, "DISPLAY": ":0"})
    assert f"asks for “{platform}”, which Qt does not have here" in message
    assert "minimal, " in message
    assert "xcb" in message


@pytest.mark.parametrize("platform", ["nonsense;offscreen", "xcb:x=y;offscreen", "OffScreen"])
def test_one_platform_of_several_that_works_is_enough(platform: str) -> None:
    assert missing_display({"QT_QPA_PLATFORM": platform}) is None


def test_a_plugin_of_the_readers_own_is_known(tmp_path: Path) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "libqown.so").touch()
    assert missing_display({"QT_QPA_PLATFORM": "own", "QT_PLUGIN_PATH": f"/none{os.pathsep}{tmp_path}"}) is None
    folder = str(tmp_path / "platforms")
    assert missing_display({"QT_QPA_PLATFORM": "own", "QT_QPA_PLATFORM_PLUGIN_PATH": folder}) is None


def test_names_the_library_qt_is_linked_to_and_the_packages_that_hold_it(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").touch()
    (tmp_path / "PySide6" / "QtGui.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')"
    )
    run = subprocess.run(
        [sys.executable, "-m", "viewer"],
        env={"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path]), "DISPLAY": ":0"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 2
    assert run.stderr == (
        "communique: a window needs the library libEGL.so.1, which is missing. "
        f"On Debian or Ubuntu: sudo apt install {PACKAGES}\n"
    )


def test_says_what_qt_says_of_a_window_plugin_that_does_not_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "libqxcb.so").write_bytes(b"damaged")
    monkeypatch.setattr(QLibraryInfo, "path", lambda _: str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as server:
        display = f"127.0.0.1:{server.getsockname()[1] - 6000}"
        assert "Qt cannot be loaded: " in said({"DISPLAY": display})
