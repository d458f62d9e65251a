"""What the program asks of the system while it shows a hostile text, as strace sees it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

STRACE = ("strace", "-f", "-qq", "-s", "4096", "-e", "trace=%file,%network")


def may_trace() -> bool:
    """Whether this machine has strace and lets it trace."""
    return (
        bool(shutil.which("strace"))
        and subprocess.run([*STRACE, "true"], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.skipif(not may_trace(), reason="strace is missing (apt install strace) or may not trace here")
def test_nothing_that_a_text_names_is_opened_and_nothing_is_sent(tmp_path: Path) -> None:
    bait, document, log, picture = (
        tmp_path / name for name in ("bait.png", "hostile.txt", "system calls", "picture.png")
    )
    bait.write_bytes(b"\x89PNG\r\n")
    document.write_text(
        "JOINT COMMUNIQUÉ\n\n"
        f"The Minister of Foreign Affairs of Norway A. Berg met <img src={bait}> and <img src='file://{bait}'> "
        "in Oslo <script src='http://192.0.2.1/x.js'>open('/etc/hostname')</script> on 3 May 2031.\n\n"
        f"![Oslo]({bait}) The <img src=/etc/hostname> Commission met. See http://192.0.2.1/ and \\\\192.0.2.1\\x.\n",
        encoding="utf-8",
    )
    program = [sys.executable, "-m", "viewer", "--screenshot", str(picture), str(document), "--select", "A. Berg"]
    subprocess.run(
        [*STRACE, "-o", str(log), *program],
        check=True,
        timeout=300,
    )
    assert picture.read_bytes().startswith(b"\x89PNG")
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert any(str(document) in call for call in calls)
    started = next(index for index, call in enumerate(calls) if f'"{document}"' in call and "open" in call)
    assert [call for call in calls[started:] if "bait" in call or "/etc/hostname" in call] == []
    assert [call for call in calls if "AF_INET" in call] == []
