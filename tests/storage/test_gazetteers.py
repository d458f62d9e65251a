import marshal
from collections import Counter
from csv import DictReader
from importlib.metadata import distribution
from io import StringIO
from pathlib import Path
from shutil import copytree

import pycountry
import pytest

from viewer.core.entities.gazetteer import Gazetteer
from viewer.core.entities.lexicon import Lexicon, compile_lexicon
from viewer.core.errors import ViewerError
from viewer.core.folding import fold
from viewer.storage import gazetteer_files
from viewer.storage.gazetteer_files import read_gazetteer
from viewer.storage.gazetteers import load_from, load_lexicon
from viewer.storage.resources import resource

_NOT_IN_ISO = {"XK"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return read_gazetteer(resource("gazetteers"))


@pytest.fixture(scope="module")
def lexicon(gazetteer: Gazetteer) -> Lexicon:
    return compile_lexicon(gazetteer)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(resource("gazetteers"), tmp_path / "gazetteers")


def test_every_code_is_an_iso_code(gazetteer: Gazetteer) -> None:
    codes = {country.alpha_2 for country in pycountry.countries}
    assert {state.iso for state in gazetteer.states} - codes == _NOT_IN_ISO


def _authoritys_names(country: object) -> set[str]:
    """A country's names in pycountry, "Congo, The Democratic Republic of the" turned round, brackets left out."""
    names = [getattr(country, key, "") for key in ("name", "common_name", "official_name")]
    plain = [name.partition(" (")[0].partition(", ") for name in names if name]
    return {fold(f"{last} {first}".strip()).removeprefix("the ") for first, _, last in plain}


def test_the_authoritys_names_lead_to_the_same_code(gazetteer: Gazetteer) -> None:
    forms = {fold(form): state.iso for state in gazetteer.states for form in (*state.official, state.name)}
    wrong = {
        country.alpha_2: forms[name]
        for country in pycountry.countries
        for name in _authoritys_names(country)
        if forms.get(name, country.alpha_2) != country.alpha_2
    }
    assert wrong == {}


def test_every_state_has_a_name_it_shares_with_the_authority(gazetteer: Gazetteer) -> None:
    strange = [
        state.iso
        for state in gazetteer.states
        if state.iso not in _NOT_IN_ISO
        and not _authoritys_names(pycountry.countries.get(alpha_2=state.iso))
        & {fold(form) for form in (*state.official, state.name)}
    ]
    assert strange == []


def test_the_states_are_the_members_of_the_united_nations_and_six_others(gazetteer: Gazetteer) -> None:
    # The table alone: importing the package would import all of pandas.
    table = Path(str(distribution("country-converter").locate_file("country_converter/country_data.tsv")))
    rows = DictReader(StringIO(table.read_text(encoding="utf-8")), delimiter="\t")
    members = {row["ISO2"].strip("^").partition("$")[0] for row in rows if row["UNmember"]}  # "^GB$|^UK$"
    states = {state.iso for state in gazetteer.states}
    assert members - states == set()
    assert states - members == {"VA", "PS", "XK", "TW", "CK", "NU"}


def test_states_have_what_texts_use(gazetteer: Gazetteer) -> None:
    assert [state.iso for state in gazetteer.states if not state.capital] == ["MV"]  # "Male" is an English word
    assert len([state for state in gazetteer.states if state.adjectives]) > 170


def test_no_form_stands_for_two_states(gazetteer: Gazetteer) -> None:
    forms = Counter(
        fold(form)
        for state in gazetteer.states
        for form in {
            state.name,
            *state.official,
            *state.adjectives,
            *state.demonyms,
            *state.abbreviations,
            *state.former,
        }
    )
    shared = {form for form, count in forms.items() if count > 1}
    assert shared == set()


def test_no_abbreviation_is_claimed_twice(gazetteer: Gazetteer) -> None:
    claims = Counter(short for one in gazetteer.organisations for short in one.abbreviations)
    claims.update(short for state in gazetteer.states for short in state.abbreviations)
    assert [short for short, count in claims.items() if count > 1] == []


def test_there_are_at_least_eighty_organisations(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.organisations) >= 80


def test_every_deputy_is_a_modifier(gazetteer: Gazetteer) -> None:
    assert gazetteer.offices.deputies <= gazetteer.offices.modifiers


def test_the_cache_gives_what_the_yaml_gives(lexicon: Lexicon, tmp_path: Path) -> None:
    assert load_lexicon(tmp_path / "new" / "folder").lexicon == lexicon
    assert load_lexicon(tmp_path / "new" / "folder").lexicon == lexicon


def test_a_warm_cache_needs_no_yaml(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_from(folder, tmp_path)
    monkeypatch.setattr(gazetteer_files, "read_gazetteer", lambda _: pytest.fail("parsed the YAML again"))
    assert load_from(folder, tmp_path) == first


def test_changed_yaml_is_read_again(folder: Path, tmp_path: Path) -> None:
    load_from(folder, tmp_path)
    places = folder / "places.yaml"
    places.write_text(places.read_text(encoding="utf-8").replace("- Sahel:", "- Sahelia:"), encoding="utf-8")
    assert "sahelia" in load_from(folder, tmp_path).lexicon.phrases


@pytest.mark.parametrize("broken", [b"", b"{", b"null", b"\xff\xfe", marshal.dumps(1), marshal.dumps((1, 2))])
def test_a_broken_cache_is_rebuilt(lexicon: Lexicon, tmp_path: Path, broken: bytes) -> None:
    load_lexicon(tmp_path)
    [cache] = tmp_path.iterdir()
    whole = marshal.loads(cache.read_bytes())  # noqa: S302
    cache.write_bytes(broken)
    assert load_lexicon(tmp_path).lexicon == lexicon
    assert marshal.loads(cache.read_bytes()) == whole  # noqa: S302


def test_a_cache_of_the_right_key_and_wrong_content_is_rebuilt(lexicon: Lexicon, tmp_path: Path) -> None:
    load_lexicon(tmp_path)
    [cache] = tmp_path.iterdir()
    key, plain, mistakes = marshal.loads(cache.read_bytes())  # noqa: S302
    cache.write_bytes(marshal.dumps((key, plain[1:], mistakes)))
    assert load_lexicon(tmp_path).lexicon == lexicon


def test_a_cache_that_cannot_be_written_is_done_without(lexicon: Lexicon, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert load_lexicon(blocked).lexicon == lexicon


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("states.yaml", "  name: Andorra", "  name: [", "states.yaml, line "),
        ("states.yaml", "  name: Andorra\n", "", "“AD” has no name"),
        ("states.yaml", "\nAD:", "\nAND:", "“AND” is no ISO 3166-1 alpha-2 code"),
        ("states.yaml", "\nAE:", "\nAD:", "“AD” stands here for the second time"),
        (
            "states.yaml",
            "  capital: [Andorra la Vella]",
            "  captial: [Andorra la Vella]",
            "states.yaml, line 20: “captial” is none of",
        ),
        ("states.yaml", "  name: Andorra", "  name: [Andorra]", "expected a text"),
        ("states.yaml", "  name: Andorra", "  name: &a Andorra", "an anchor or alias"),
        ("states.yaml", "  name: Andorra", "  name: *a", "an anchor or alias"),
        ("states.yaml", "  name: Andorra", "  name: !!python/name:os Andorra", "a tag"),
        ("organisations.yaml", "BRICS: {abbreviation: BRICS}", "BRICS: BRICS", "expected keys and values"),
        ("places.yaml", "seas:\n", "seas: []\noceans:\n", "“oceans” is none of"),
        ("places.yaml", "  - Ontario\n", "  - Ontario: {Upper: Canada}\n", "expected a list"),
        ("offices.yaml", "  King: head-of-state", "  King: majesty", "“majesty” is none of"),
        ("words.yaml", "fall: 23", "fall: 3", "expected a season"),
        ("words.yaml", "openers:", "closers:", "“closers” is none of"),
        (
            "words.yaml",
            "seasons: {spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24}",
            "",
            "“seasons” is missing",
        ),
    ],
)
def test_a_mistake_is_named_with_file_and_line(folder: Path, file: str, old: str, new: str, message: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ViewerError, match=rf"{file}, line \d+(, column \d+)?: ") as raised:
        load_from(folder, None)
    assert message in str(raised.value)


def test_a_missing_file_is_named(folder: Path, tmp_path: Path) -> None:
    (folder / "words.yaml").unlink()
    with pytest.raises(ViewerError, match=r"words\.yaml cannot be read"):
        load_from(folder, tmp_path)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"\xff", "not valid UTF-8"), (b"# nothing\n", "the file is empty"), (b"a: \x00", "places.yaml")],
)
def test_a_file_that_is_no_yaml_is_named(folder: Path, data: bytes, message: str) -> None:
    (folder / "places.yaml").write_bytes(data)
    with pytest.raises(ViewerError, match=message):
        load_from(folder, None)
