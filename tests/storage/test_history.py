from datetime import UTC, datetime, timedelta
from pathlib import Path

from viewer.storage.history import Version, keep_version, superfluous, versions

NOW = datetime(2026, 3, 5, 12, 30, tzinfo=UTC)


def kept(*ages: timedelta) -> list[timedelta]:
    """Which of versions of these ages, the youngest first, are kept."""
    known = [Version(NOW - age, Path(f"{order}")) for order, age in enumerate(ages)]
    gone = {version.path for version in superfluous(known, NOW)}
    return [age for version, age in zip(known, ages, strict=True) if version.path not in gone]


def test_a_version_holds_the_bytes_and_the_time(tmp_path: Path) -> None:
    made = keep_version(tmp_path, b"one", NOW)
    assert made.path.read_bytes() == b"one"
    assert versions(tmp_path) == [made]
    assert made.kept == NOW


def test_the_latest_version_is_not_kept_twice(tmp_path: Path) -> None:
    keep_version(tmp_path, b"one", NOW)
    keep_version(tmp_path, b"two", NOW + timedelta(seconds=1))
    keep_version(tmp_path, b"two", NOW + timedelta(seconds=2))
    keep_version(tmp_path, b"one", NOW + timedelta(seconds=3))
    assert [version.path.read_bytes() for version in versions(tmp_path)] == [b"one", b"two", b"one"]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    others = [tmp_path / name for name in ("mine.yaml", "20269999T999999000000Z-00000000.notes.yaml")]
    for path in others:
        path.write_text("x")
    keep_version(tmp_path, b"one", NOW)
    assert len(versions(tmp_path)) == 1
    assert all(path.exists() for path in others)


def test_twenty_versions_are_kept_however_old() -> None:
    ages = [timedelta(days=1000 + order) for order in range(25)]
    assert kept(*ages) == ages[:20]


def test_every_version_of_a_day_then_one_an_hour_then_one_a_day() -> None:
    recent = [timedelta(minutes=minute) for minute in range(40)]
    hourly = [timedelta(days=2, minutes=minute) for minute in range(0, 180, 10)]
    daily = [timedelta(days=20, hours=hour) for hour in range(0, 96, 6)]
    old = [timedelta(days=200), timedelta(days=201)]
    found = kept(*recent, *hourly, *daily, *old)
    assert found[:40] == recent
    assert len([age for age in found if age in hourly]) == 4  # 12:30 back to 9:40
    assert len([age for age in found if age in daily]) == 5
    assert not set(found) & set(old)


def test_superfluous_versions_are_let_go_of(tmp_path: Path) -> None:
    for order in range(25):
        keep_version(tmp_path, b"%d" % order, NOW - timedelta(days=1000 - order))
    assert len(versions(tmp_path)) == 25
    made = keep_version(tmp_path, b"now", NOW)
    assert versions(tmp_path)[0] == made
    assert len(versions(tmp_path)) == 20
