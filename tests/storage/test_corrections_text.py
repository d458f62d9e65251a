from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from notebook_cases import NOTE, opened, refusal, rewrite

from viewer.core.notes import Anchor, Corrections, Notebook, RepairPointer
from viewer.storage.notebook_file import NotebookFile
from viewer.storage.notebooks import save_notebook
from viewer.storage.notes_folder import NotesFolder

CORRECTIONS = Corrections(
    {"title": "Statement: “final”", "subtitle": "", "source_address": "https://example.org/1"},
    (RepairPointer("joined-page-break", Anchor(3885, 3887, "\n\n", "of the", "member")),),
    "cp1251",
    switched_off_kinds=("joined-line", "collapsed-spaces"),
    switched_on=(RepairPointer("joined-line", Anchor(12, 13, "\n", "Oslo", "on")),),
)
WRITTEN = """corrections:
  identity:
    title: "Statement: “final”"
    subtitle: ""
    source_address: "https://example.org/1"
  encoding: "cp1251"
  switched_off_kinds: ["joined-line", "collapsed-spaces"]
  switched_on:
  - kind: "joined-line"
    start: 12
    end: 13
    exact: "\\n"
    prefix: "Oslo"
    suffix: "on"
  switched_off:
  - kind: "joined-page-break"
    start: 3885
    end: 3887
    exact: "\\n\\n"
    prefix: "of the"
    suffix: "member"
notes: []
"""


def kept(folder: Path, notebook: Notebook) -> NotebookFile:
    file, _ = opened(folder)
    return save_notebook(file, notebook, NotesFolder(folder))


def test_corrections_stand_before_the_notes_in_words_people_can_read(tmp_path: Path) -> None:
    file = kept(tmp_path, Notebook((), CORRECTIONS))
    text = file.path.read_text("utf-8")
    assert text.endswith(WRITTEN)
    assert yaml.safe_load(text)["corrections"]["switched_off"][0]["exact"] == "\n\n"
    assert opened(tmp_path)[1] == Notebook((), CORRECTIONS)


def test_without_corrections_the_file_says_nothing_of_them(tmp_path: Path) -> None:
    assert "corrections" not in kept(tmp_path, Notebook((NOTE,))).path.read_text("utf-8")


def test_fields_repairs_and_keys_of_another_version_survive_with_their_spelling(tmp_path: Path) -> None:
    file = kept(tmp_path, Notebook((), CORRECTIONS))
    rewrite(file, "  identity:\n", "  reading: {voice: no}\n  identity:\n    series: 3.10\n    authors: [a, b]\n")
    rewrite(file, '"joined-page-break"\n', "straightened-quotes\n    by: [me]\n")
    file, notebook = opened(tmp_path)
    corrections = notebook.corrections
    assert corrections.identity["series"] == "3.10"
    assert corrections.switched_off[0].kind == "straightened-quotes"
    changed = replace(notebook, corrections=replace(corrections, encoding="koi8-r"))
    text = save_notebook(file, changed).path.read_text("utf-8")
    for line in ("    series: 3.10", "    authors: [a, b]", "    by: [me]", "  reading: {voice: no}"):
        assert f"{line}\n" in text
    assert opened(tmp_path)[1] == changed


@pytest.mark.parametrize(
    "written", ["corrections:\n", "corrections: ~\n", "corrections:\n  identity:\n  encoding: ~\n"]
)
def test_no_corrections_may_be_said_in_several_ways(tmp_path: Path, written: str) -> None:
    file = kept(tmp_path, Notebook((NOTE,)))
    rewrite(file, "notes:\n", f"{written}notes:\n")
    assert opened(tmp_path)[1] == Notebook((NOTE,))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('    title: "Statement: “final”"', "    title: [x]", "line 11, column 12: text is expected here"),
        ('  encoding: "cp1251"', "  encoding: {a: b}", "text is expected here"),
        ("  identity:\n", "  identity: here\n  x:\n", "“name: text”"),
        ("corrections:\n", "corrections: here\nx:\n", "“name: text”"),
        ('  - kind: "joined-page', '    kind: "joined-page', "“switched_off:” is not a list; begin each repair with"),
        ('  - kind: "joined-line', '    kind: "joined-line', "“switched_on:” is not a list; begin each repair with"),
        (
            "  switched_off_kinds: [",
            "  switched_off_kinds: all\n  x: [",
            '“switched_off_kinds:” is not a list; write ["',
        ),
        ('kinds: ["joined-line"', "kinds: [{a: b}", "text is expected here"),
        ('  - kind: "joined-page-break"\n    start', "  - start", "a repair without its kind"),
        ("start: 3885", "start: here", "write one as start: 0"),
        ("end: 3887", "end: 3", "before its start"),
        ("  encoding:", "  identity:\n  encoding:", "second time"),
    ],
)
def test_says_what_is_wrong_and_where(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = kept(tmp_path, Notebook((), CORRECTIONS))
    rewrite(file, old, new)
    message = refusal(tmp_path)
    assert said in message
    assert "line " in message


def test_half_a_character_pasted_into_a_field_becomes_a_whole_one(tmp_path: Path) -> None:
    kept(tmp_path, Notebook((), Corrections({"title": "Joint \ud83d statement"})))
    assert opened(tmp_path)[1].corrections.identity == {"title": "Joint \ufffd statement"}
