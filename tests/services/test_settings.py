from pathlib import Path

import pytest

from viewer.services.settings import Settings, SettingsStore


def test_a_first_start_has_the_defaults_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "communique.ini"
    assert SettingsStore(path).load() == Settings()
    assert not path.exists()


@pytest.mark.parametrize("lists", [(), ("one",), ("false", "a, b", 'with "quotes" \\ and ü'), ("",)])
def test_what_is_saved_is_loaded(tmp_path: Path, lists: tuple[str, ...]) -> None:
    path = tmp_path / "new" / "communique.ini"
    set_by_reader = Settings(
        theme="dark",
        text_points="16",
        hidden_marks=lists,
        recent=("/a, b;c.txt", "/é\u3000.txt"),
        notes_folder="/notes, mine",
        window="AAEC+/==",
    )
    SettingsStore(path).save(set_by_reader)
    assert SettingsStore(path).load() == set_by_reader


def test_a_file_spoilt_by_hand_still_loads_as_text(tmp_path: Path) -> None:
    path = tmp_path / "communique.ini"
    path.write_text("[General]\ntheme=1, 2\ntext_points=@Invalid()\nrecent=7\nunknown=x\n[[", encoding="utf-8")
    loaded = SettingsStore(path).load()
    assert loaded.recent == ("7",)
    assert all(isinstance(getattr(loaded, field), str | tuple) for field in Settings._fields)
