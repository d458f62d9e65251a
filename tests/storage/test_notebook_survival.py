from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notebook_cases import NOTE, opened, saved

from viewer.core.edition import EDITABLE
from viewer.core.mentions import EntityKind
from viewer.core.notes import (
    Anchor,
    Corrections,
    EntityPointer,
    Note,
    Notebook,
    NoteColour,
    NoteId,
    NoteScope,
    RepairPointer,
)
from viewer.storage import strict_yaml
from viewer.storage.notebook_reader import NotebookText, read_notebook
from viewer.storage.notebooks import save_notebook
from viewer.storage.notes_text import new_notes_text, with_content

texts = st.text(st.characters(exclude_categories=["Cs"])) | st.text("ab \t\n\r\x85\u2028\ufeff#-:'\"|>&*!%@`\\{}[],?😀")
keys = st.text("ab-_ :é", min_size=1).filter(lambda key: key == key.strip())
extras = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=5,
)
anchors = st.builds(
    lambda start, length, exact, prefix, suffix: Anchor(start, start + length, exact, prefix, suffix),
    st.integers(0, 99_999_999),
    st.integers(0, 99_999_999),
    texts,
    texts,
    texts,
)
notes = st.builds(
    Note,
    id=st.text("n-0123456789abcdef", min_size=1).map(NoteId),
    scope=st.sampled_from(NoteScope),
    body=texts,
    anchor=st.none() | anchors,
    entity=st.none() | st.builds(EntityPointer, st.sampled_from(EntityKind), texts),
    tags=st.lists(texts, max_size=3).map(tuple),
    colour=st.sampled_from(NoteColour),
    created=texts,
    changed=texts,
    extra=st.dictionaries(st.sampled_from(["x-a", "x_b", "no", "12:30", "a b"]), extras, max_size=2),
)
unknown = st.dictionaries(st.sampled_from(["x-a", "x_b", "no", "12:30", "a b"]), extras, max_size=2)
pointers = st.lists(st.builds(RepairPointer, texts.filter(bool), anchors, unknown), max_size=2).map(tuple)
corrections = st.builds(
    Corrections,
    st.dictionaries(st.sampled_from(EDITABLE) | st.just("x-field"), texts, max_size=3),
    pointers,
    texts,
    unknown | st.just({"identity": {"x-parts": ("one", "two")}}),
    st.lists(texts, max_size=2, unique=True).map(tuple),
    pointers,
)
notebooks = st.builds(
    Notebook,
    st.lists(notes, max_size=4, unique_by=lambda note: note.id).map(tuple),
    st.just(Corrections()) | corrections,
)


BODIES = [
    "one\n",
    "one\n\n",
    "one\n\n\n",
    "one\ntwo",
    "\none",
    "\n\n one\n",
    " one\ntwo",
    "\tone\ntwo\n\n",
    "one\n \n",
    "one\n   ",
    " \n",
    "\n",
    "\n\n",
    "# one\n--- two\n... three\n<<<<<<< four\n",
    "- one\n- two: [",
    "one\r\ntwo\r",
    "one\x85two\nthree\u2028four",
    "emoji 🕊\nfamily 👨‍👩‍👧",
]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("body", BODIES)
def test_line_ends_and_blanks_survive_wherever_they_stand(tmp_path: Path, loader: str, body: str) -> None:
    first = replace(NOTE, body=body, extra={"x": body, "empty": {}, "list": ((), {}, body)})
    notebook = Notebook((first, replace(first, id=NoteId("n-2"), extra={})))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "_LOADER", getattr(yaml, loader))
        saved(tmp_path, *notebook.notes)
        assert opened(tmp_path)[1] == notebook


def test_a_value_that_yaml_could_retype_cannot_get_into_a_file(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="not a value of a notes file: 3"):
        saved(tmp_path, replace(NOTE, extra={"x": 3}))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(notebook=notebooks)
def test_any_notebook_survives_save_and_load(tmp_path: Path, loader: str, notebook: Notebook) -> None:
    file, _ = opened(tmp_path / "none")
    text = with_content(new_notes_text(file.document), NotebookText(file.document, notebook, {})).whole()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "_LOADER", getattr(yaml, loader))
        for line_ends in ("\n", "\r\n"):
            read = read_notebook(text.replace("\n", line_ends), lambda: NoteId(""))
            assert read.notebook == notebook
            assert read.document == file.document


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=notebooks, second=notebooks)
def test_any_change_of_a_notebook_survives_on_the_disk(tmp_path: Path, first: Notebook, second: Notebook) -> None:
    for path in tmp_path.iterdir():
        path.unlink()
    file, _ = opened(tmp_path)
    save_notebook(save_notebook(file, first), second)
    assert opened(tmp_path)[1] == second
