from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from notebook_cases import ANCHOR, NOTE, SOURCE, opened, rewrite, saved

from viewer.core.mentions import EntityKind
from viewer.core.notes import EntityPointer, Note, Notebook, NoteColour, NoteId, NoteScope
from viewer.storage.notebooks import save_notebook
from viewer.storage.notes_folder import NotesFolder


def test_writes_a_file_that_people_can_read(tmp_path: Path) -> None:
    entity_note = Note(
        NoteId("n-2"),
        NoteScope.ENTITY,
        "Two\nlines: one",
        ANCHOR,
        EntityPointer(EntityKind.STATE, "the Kazakh side"),
        colour=NoteColour.BLUE,
        created="2026-11-23T14:50:04Z",
        changed="2026-11-24T08:00:00Z",
    )
    file, _ = opened(tmp_path / "notes", path=tmp_path / "docs" / "astana.txt")
    file = save_notebook(file, Notebook((NOTE, entity_note)), NotesFolder(tmp_path / "notes"))
    assert file.path.name == f"joint-communique--{SOURCE.sha256[:8]}.notes.yaml"
    assert file.path.read_text("utf-8") == (
        "# Notes of Communiqué. You may edit this file by hand.\n"
        '# One note per "- id:". Keep the ids.\n'
        "format: 1\n"
        "document:\n"
        '  id: "00000000000000000000"\n'
        '  title: "JOINT COMMUNIQUÉ"\n'
        '  path: "../docs/astana.txt"\n'
        f'  text_sha256: "{SOURCE.sha256}"\n'
        "notes:\n"
        '- id: "n-1"\n'
        '  scope: "selection"\n'
        '  created: "2026-11-23T14:50:04Z"\n'
        '  changed: ""\n'
        '  colour: "yellow"\n'
        '  tags: ["people"]\n'
        "  anchor:\n"
        "    start: 4\n"
        "    end: 13\n"
        '    exact: "ministers"\n'
        '    prefix: "The "\n'
        '    suffix: " met in Astana."\n'
        '  body: "Who?"\n'
        '- id: "n-2"\n'
        '  scope: "entity"\n'
        '  created: "2026-11-23T14:50:04Z"\n'
        '  changed: "2026-11-24T08:00:00Z"\n'
        '  colour: "blue"\n'
        "  tags: []\n"
        "  entity:\n"
        '    kind: "state"\n'
        '    form: "the Kazakh side"\n'
        "  anchor:\n"
        "    start: 4\n"
        "    end: 13\n"
        '    exact: "ministers"\n'
        '    prefix: "The "\n'
        '    suffix: " met in Astana."\n'
        "  body: |-\n"
        "    Two\n"
        "    lines: one\n"
    )


def test_any_yaml_program_reads_the_same(tmp_path: Path) -> None:
    document = yaml.safe_load(saved(tmp_path, NOTE).path.read_bytes())
    assert document["format"] == 1
    assert document["notes"][0]["anchor"]["start"] == 4
    assert document["notes"][0]["body"] == "Who?"


@pytest.mark.parametrize("typed", ["no", "12:30", "2005-02-25", "010", "1e3", "~", "on", "“smart quotes”"])
def test_what_a_person_types_stays_that_text(tmp_path: Path, typed: str) -> None:
    file = saved(tmp_path, NOTE)
    rewrite(file, 'body: "Who?"', f"body: {typed}")
    rewrite(file, 'created: "2026-11-23T14:50:04Z"', "created: 2024-02-30")
    file, notebook = opened(tmp_path)
    assert notebook.notes[0].body == typed
    assert notebook.notes[0].created == "2024-02-30"
    save_notebook(file, notebook)
    assert opened(tmp_path)[1] == notebook


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_a_mark_or_other_line_ends_from_another_editor_do_not_matter(
    tmp_path: Path, change: Callable[[str], str]
) -> None:
    note = replace(NOTE, body="Two\nlines\n")
    file = saved(tmp_path, note)
    file.path.write_bytes(change(file.path.read_text("utf-8")).encode())
    assert opened(tmp_path)[1].notes == (note,)


def test_keys_of_another_version_are_kept_with_their_spelling(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE)
    rewrite(file, "format: 1\n", "format: 1\nshared: [no, 'no']\n")
    rewrite(file, "notes:\n", "  language: {code: en, level: 3.10}\nnotes:\n")
    rewrite(file, "    start: 4\n", "    unit: codepoint\n    start: 4\n")
    rewrite(file, '  body: "Who?"\n', '  body: "Who?"\n  x-future: {k: 3, list: [[a], []], nothing: }\n')
    file, notebook = opened(tmp_path)
    note = notebook.notes[0]
    assert note.extra == {"x-future": {"k": "3", "list": (("a",), ()), "nothing": ""}, "anchor": {"unit": "codepoint"}}
    file = save_notebook(file, notebook.with_note(replace(note, body="Changed.")))
    text = file.path.read_text("utf-8")
    for line in (
        "shared: [no, 'no']",
        "language: {code: en, level: 3.10}",
        "x-future: {k: 3, list: [[a], []], nothing: }",
    ):
        assert f"{line}\n" in text
    again, reread = opened(tmp_path)
    assert again == file
    assert reread.notes[0] == replace(note, body="Changed.")


def test_a_note_written_by_hand_needs_only_its_text(tmp_path: Path) -> None:
    file = saved(tmp_path)
    rewrite(file, "notes: []", "notes:\n- body: Remember this\n- body: And this\n  anchor:\n  tags: ~")
    file, notebook = opened(tmp_path)
    assert [note.body for note in notebook.notes] == ["Remember this", "And this"]
    assert {note.scope for note in notebook.notes} == {NoteScope.DOCUMENT}
    assert len({note.id for note in notebook.notes} - {""}) == 2
    save_notebook(file, notebook)
    assert opened(tmp_path)[1] == notebook


def test_scope_follows_from_what_a_note_points_at(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE, replace(NOTE, id=NoteId("n-2"), entity=EntityPointer(EntityKind.STATE, "Kazakh side")))
    rewrite(file, '  scope: "selection"\n', "")
    assert [note.scope for note in opened(tmp_path)[1].notes] == [NoteScope.SELECTION, NoteScope.ENTITY]


def test_of_two_notes_with_one_id_the_second_gets_another(tmp_path: Path) -> None:
    file = saved(tmp_path, NOTE, replace(NOTE, id=NoteId("n-2"), body="Second"))
    rewrite(file, '"n-2"', '"n-1"')
    notebook = opened(tmp_path)[1]
    assert [note.body for note in notebook.notes] == ["Who?", "Second"]
    assert notebook.notes[0].id == "n-1"
    assert notebook.notes[1].id != "n-1"


@pytest.mark.parametrize("written", ["", "notes:\n", "notes: ~\n", "notes: []\n"])
def test_no_notes_may_be_said_in_several_ways(tmp_path: Path, written: str) -> None:
    file = saved(tmp_path)
    rewrite(file, "notes: []\n", written)
    assert opened(tmp_path)[1] == Notebook()
