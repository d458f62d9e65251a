from pathlib import Path

import pytest

from viewer.storage import resources


def test_the_bundled_communique_is_there() -> None:
    assert resources.bundled_communique().read_bytes().startswith(b"JOINT COMMUNIQUE")


def test_finds_resources_beside_the_package_in_a_checkout() -> None:
    assert resources.resource("gazetteers").is_dir()


def test_finds_resources_inside_the_package_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "viewer"
    (package / "_resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.resource("gazetteers", "states.yaml") == package / "_resources" / "gazetteers" / "states.yaml"
