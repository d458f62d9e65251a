"""The reader's own gazetteers: read after the program's, and left out file by file where they are wrong."""

import errno
from pathlib import Path
from shutil import copytree
from typing import NoReturn

import pytest

from viewer.core.entities.gazetteer import Gazetteer
from viewer.core.entities.lexicon import Lexicon, Sign
from viewer.core.entities.matching import Matcher
from viewer.core.mentions import Rank
from viewer.storage import gazetteer_files
from viewer.storage.gazetteers import load_lexicon, stamp_of
from viewer.storage.resources import resource


def own(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def sighted(lexicon: Lexicon, text: str) -> list[tuple[str, Sign, str]]:
    sightings = [one for found in Matcher(lexicon).sightings(text).values() for one in found]
    return [(text[one.start : one.end], one.meaning.sign, one.meaning.key) for one in sorted(sightings)]


def test_names_of_every_kind_can_be_added(tmp_path: Path) -> None:
    folder = own(
        tmp_path,
        states="QZ: {name: Lowland, adjectives: Lowlandish}",
        organisations="Upper River Commission: {abbreviation: URC}",
        places="cities: [Port Ames]",
        offices="heads: {Harbourmaster: official}\nportfolios: [Piers]",
        words="bodies: [Moot]",
        given_names="given_names: [Ûna]",
    )
    lexicon, mistakes = load_lexicon(own=folder)
    assert mistakes == ()
    assert sighted(lexicon, "The Lowlandish Harbourmaster told the URC of Port Ames; the Moot") == [
        ("Lowlandish", Sign.STATE, "QZ"),
        ("Harbourmaster", Sign.OFFICE, "Harbourmaster"),
        ("URC", Sign.ORGANISATION, "Upper River Commission"),
        ("Port Ames", Sign.PLACE, "Port Ames"),
        ("Moot", Sign.BODY, "Moot"),
    ]
    assert lexicon.state_names["QZ"] == "Lowland"
    assert lexicon.offices.heads["Harbourmaster"] is Rank.OFFICIAL
    assert "Piers" in lexicon.offices.portfolios
    assert "una" in lexicon.offices.given_names
    assert lexicon.state_names["AD"] == "Andorra", "what the program knows stays known"


def test_where_the_two_differ_the_reader_is_right(tmp_path: Path) -> None:
    folder = own(tmp_path, organisations="Border Association: {abbreviation: BA}\nAsian Bank: {abbreviation: WHO}")
    lexicon = load_lexicon(own=folder).lexicon
    assert sighted(lexicon, "WHO") == [("WHO", Sign.ORGANISATION, "Asian Bank")]
    assert sighted(lexicon, "World Health Organization")[0][2] == "World Health Organization"


def test_a_known_organisation_may_be_given_further_names(tmp_path: Path) -> None:
    folder = own(tmp_path, organisations="United Nations: {abbreviation: ONU, other: World Body}")
    lexicon = load_lexicon(own=folder).lexicon
    assert {key for _, _, key in sighted(lexicon, "ONU, World Body, UN, United Nations")} == {"United Nations"}
    assert lexicon.abbreviations["United Nations"][:2] == ("ONU", "UN")


def test_a_file_with_a_mistake_is_named_with_its_line_and_left_out_alone(tmp_path: Path) -> None:
    folder = own(
        tmp_path,
        organisations="Upper River Commission: {abbreviation: URC}\nPort League: {abbrev: PL}\n",
        places="cities: [Port Ames]",
    )
    lexicon, mistakes = load_lexicon(own=folder)
    assert mistakes == ("organisations.yaml, line 2: “abbrev” is none of abbreviation, other",)
    assert sighted(lexicon, "URC, Port Ames") == [("Port Ames", Sign.PLACE, "Port Ames")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a list", "organisations.yaml, line 1, column 1: expected names and values"),
        ("A: {}\nB: {abbreviation: [C", "organisations.yaml, line 3, column 1"),
        ("A: &x {}\nB: *x", "an anchor or alias"),
        ('"—": {}', "organisations.yaml, line 1: “—” has neither a letter nor a figure"),
        ('A: {abbreviation: "&"}', "organisations.yaml, line 1: “&” has neither a letter nor a figure"),
        ("A: {}\nA: {}", "organisations.yaml, line 2, column 1: “A” stands here for the second time"),
    ],
)
def test_what_is_no_gazetteer_is_left_out(tmp_path: Path, text: str, message: str) -> None:
    lexicon, [mistake] = load_lexicon(own=own(tmp_path, organisations=text))
    assert message in mistake
    assert lexicon == load_lexicon().lexicon


def test_letters_that_are_no_utf8_are_named(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_bytes(b"cities: [Malm\xf6]")
    assert load_lexicon(own=tmp_path).mistakes == ("places.yaml: not valid UTF-8 at byte 13",)


def test_a_missing_folder_an_empty_file_and_remarks_add_nothing(tmp_path: Path) -> None:
    plain = load_lexicon().lexicon
    assert load_lexicon(own=tmp_path / "nowhere") == (plain, ())
    assert load_lexicon(own=own(tmp_path, places="", organisations="# nothing\n\n  # yet\n")) == (plain, ())


def test_the_examples_are_remarks_that_become_gazetteers(tmp_path: Path) -> None:
    folder = copytree(resource("own_gazetteers"), tmp_path / "gazetteers")
    assert load_lexicon(own=folder) == (load_lexicon().lexicon, ())
    for file in folder.iterdir():
        lines = [line.removeprefix("#   ") for line in file.read_text().splitlines() if line.startswith("#   ")]
        entries = [line for line in lines if "full name" not in line.lower() and line[:12] != "abbreviation"]
        file.write_text("\n".join(line for line in entries if line[:5] != "other"))
    lexicon, mistakes = load_lexicon(own=folder)
    assert mistakes == ()
    assert [key for _, _, key in sighted(lexicon, "the U.R.C. in Port-Ames")] == ["Upper River Commission", "Port Ames"]


def test_the_cache_knows_when_the_readers_files_changed(tmp_path: Path) -> None:
    cache, folder = tmp_path / "cache", tmp_path / "own"
    folder.mkdir()
    assert load_lexicon(cache, folder).mistakes == ()
    own(folder, places="cities: [Port Ames")
    assert load_lexicon(cache, folder).mistakes == load_lexicon(cache, folder).mistakes != ()
    own(folder, places="cities: [Port Ames]")
    assert sighted(load_lexicon(cache, folder).lexicon, "Port Ames")
    assert load_lexicon(cache).lexicon == load_lexicon().lexicon, "another reader of one cache has other names"


def test_a_changed_file_changes_the_stamp(tmp_path: Path) -> None:
    none = stamp_of(tmp_path)
    one = stamp_of(own(tmp_path, places="cities: [Port Ames]"))
    two = stamp_of(own(tmp_path, places="cities: [Port Ames, Lund]"))
    assert len({none, one, two}) == 3


def test_white_space_inside_a_name_counts_as_a_space(tmp_path: Path) -> None:
    folder = own(tmp_path, organisations='"Upper\\tRiver": {}\n"Lower\\nRiver": {}\n"Far   River": {}')
    lexicon, mistakes = load_lexicon(own=folder)
    assert mistakes == ()
    text = "Upper River, Lower River and Far River met."
    assert [key for _, _, key in sighted(lexicon, text)] == ["Upper River", "Lower River", "Far River"]


def test_the_reader_is_right_in_every_spelling(tmp_path: Path) -> None:
    lexicon = load_lexicon(own=own(tmp_path, places="cities: [World Trade Organisation]")).lexicon
    assert sighted(lexicon, "World Trade Organization") == [
        ("World Trade Organization", Sign.PLACE, "World Trade Organisation")
    ]


@pytest.mark.parametrize("name", ["organizations.yaml", "places.yml"])
def test_a_file_of_another_name_is_said_not_to_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Upper River Commission: {}", encoding="utf-8")
    [mistake] = load_lexicon(own=tmp_path).mistakes
    assert mistake.startswith(f"{name}: none of the files that are read, which are states.yaml, ")


def test_a_byte_order_mark_is_no_part_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_bytes(b"\xef\xbb\xbf# nothing yet\n")
    (tmp_path / "organisations.yaml").write_bytes(b"\xef\xbb\xbfUpper River Commission: {}\n")
    lexicon, mistakes = load_lexicon(own=tmp_path)
    assert mistakes == ()
    assert sighted(lexicon, "Upper River Commission")


def test_a_file_changed_while_it_is_read_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, folder = tmp_path / "cache", tmp_path / "own"
    folder.mkdir()
    read = gazetteer_files.read_own_gazetteer

    def change_and_read(where: Path) -> tuple[Gazetteer, tuple[str, ...]]:
        own(where, places="cities: [Port Ames]")
        return read(where)

    monkeypatch.setattr(gazetteer_files, "read_own_gazetteer", change_and_read)
    own(folder, places="cities: [Port Lund]")
    load_lexicon(cache, folder)
    monkeypatch.undo()
    own(folder, places="cities: [Port Lund]")
    assert sighted(load_lexicon(cache, folder).lexicon, "Port Lund and Port Ames") == [
        ("Port Lund", Sign.PLACE, "Port Lund")
    ]


def test_what_is_no_file_and_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").mkdir()
    assert load_lexicon(own=tmp_path).mistakes == ("places.yaml: not a file that can be read",)
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    assert load_lexicon(own=blocked).mistakes == (f"{blocked} is a file, and should be a folder",)


def test_a_folder_that_may_not_be_entered_takes_no_names_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    lexicon, [mistake] = load_lexicon(tmp_path / "cache", tmp_path)
    assert mistake == f"The folder {tmp_path} cannot be read: Permission denied"
    assert sighted(lexicon, "Norway")
