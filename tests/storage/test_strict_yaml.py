import contextlib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from viewer.storage import strict_yaml
from viewer.storage.strict_yaml import Entries, Items, MalformedError, Place, Plain, Text, parse_entries


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.setattr(strict_yaml, "_LOADER", yaml.SafeLoader)
    elif not yaml.__with_libyaml__:
        pytest.skip("this PyYAML was built without libyaml")


def values(text: str) -> dict[str, object]:
    return {key: node.value if isinstance(node, Text) else node for key, node in parse_entries(text).entries.items()}


def error(text: str) -> MalformedError:
    with pytest.raises(MalformedError) as malformed:
        parse_entries(text)
    assert "\n" not in str(malformed.value)
    return malformed.value


@pytest.mark.parametrize(
    "typed",
    ["no", "NO", "on", "yes", "~", "null", "2005-02-25", "12:30", "010", "1_000", "3.10", "1e3", "0x1f", "=", ".inf"],
)
def test_nothing_is_taken_for_anything_but_text(typed: str) -> None:
    assert values(f"a: {typed}") == {"a": typed}
    assert isinstance(values(f"a: {typed}")["a"], Plain)


def test_remembers_what_stood_in_quotes() -> None:
    assert not isinstance(values("a: '3'")["a"], Plain)
    assert not isinstance(values("a: |\n  3\n")["a"], Plain)
    assert isinstance(values("a:")["a"], Plain)


def test_gives_every_node_its_place() -> None:
    root = parse_entries("a: 1\nb:\n  - x\n  - {c: y}\n")
    items = root.entries["b"]
    assert root.place == Place(1, 1)
    assert root.entries["a"].place == Place(1, 4)
    assert isinstance(items, Items)
    assert [item.place for item in items.items] == [Place(3, 5), Place(4, 5)]
    assert isinstance(items.items[1], Entries)
    assert items.items[1].entries["c"].place == Place(4, 9)


@pytest.mark.parametrize("text", ["a: b\r\n", "a: b\r", "--- # begin\na: b\n...\n", "# x\na: b"])
def test_line_ends_comments_and_document_marks_do_not_matter(text: str) -> None:
    assert values(text) == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("", Place(1, 1), "empty"),
        ("# only a comment\n", Place(1, 1), "empty"),
        ("\0\0\0\0", Place(1, 1), "U+0000"),
        ("a: x\nb: \x07\n", Place(2, 4), "U+0007"),
        ("- a\n", Place(1, 1), "format: 1"),
        ("words", Place(1, 1), "format: 1"),
        ("a: 1\nb: 2\na: 3\n", Place(3, 1), "second time"),
        ("a: {b: 1, b: 2}\n", Place(1, 11), "second time"),
        ("a: &x [y]\nb: *x\n", Place(1, 4), "anchor or alias"),
        ("a: *x\n", Place(1, 4), "anchor or alias"),
        ("a:\n  <<: {b: c}\n", Place(2, 3), "merge key"),
        ("a: !!python/object:os.system x\n", Place(1, 4), "tag"),
        ("a: !!str x\n", Place(1, 4), "tag"),
        ("a: ! x\n", Place(1, 4), "tag"),
        ("a: 1\n---\nb: 2\n", Place(2, 1), "second YAML document"),
        ("a:\n\tb: c\n", Place(2, 1), "a tab"),
        ("a: b\n<<<<<<< HEAD\nc: d\n", Place(2, 1), "conflict"),
        ("a: b\n=======\n", Place(2, 1), "conflict"),
        ("a: 'b\n>>>>>>> theirs\n'", Place(2, 1), "conflict"),
        ("? [a]\n: b\n", Place(1, 3), "in the place of a name"),
        ("\u00a0a: b\n", Place(1, 1), "special space"),
        ("a: " + "[" * 20, Place(1, 15), "levels"),
        ("a: " + "[" * 50_000, None, "levels"),  # where the parser gives up before we do depends on its version
        ("a: " + "{b: " * 20, Place(1, 48), "levels"),
        ('a: "b\n', Place(2, 1), "unexpected end"),
        ('a: "\\ud83d"\n', None, ""),
        ("a: b\n c: d\n", Place(2, 3), "not allowed"),
        ("a: @b\n", Place(1, 4), "cannot start"),
        ("a: b\r\nc: *x\r\n", Place(2, 4), "alias"),
    ],
)
def test_refuses_with_the_place_and_the_reason(text: str, place: Place | None, problem: str) -> None:
    found = error(text)
    if place is not None:
        assert found.place == place
        assert str(found).startswith(f"line {place.line}, column {place.column}: ")
    assert problem in str(found)


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000"])
def test_an_escape_beyond_the_last_character_is_refused_where_it_stands(escape: str) -> None:
    assert error(f'a: b\nc: "{escape}"\n').place.line == 2


def test_an_alias_bomb_is_refused_at_its_first_line() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]
    assert error("\n".join(lines)).place.line == 1


def test_a_conflict_marker_inside_a_note_is_text() -> None:
    assert values("a: |\n  <<<<<<< HEAD\n  =======\n") == {"a": "<<<<<<< HEAD\n=======\n"}


@given(text=st.text("ab:-[]{}&*!|>'\"%@`#?, \n\t<=\0\u00a0\ufeff😀", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(MalformedError):  # and nothing else
        assert isinstance(parse_entries(text), Entries)
