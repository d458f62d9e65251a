from dataclasses import replace

from named_text import entity_named, statement

from viewer.core.repairs import Repair, RepairKind
from viewer.core.text import Span
from viewer.widgets.parts.hints import mention_hint, repair_hint


def test_a_mention_is_explained_by_name_office_and_state() -> None:
    communique = statement()
    hint = mention_hint(communique, entity_named(communique, "A. Žižka").mentions[0])
    assert "A. Žižka" in hint
    assert "Minister of Foreign Affairs · Ruritania" in hint
    assert "Recognised by the rule name-alone, from “A. Žižka”" in hint


def test_mark_up_in_a_name_is_written_out() -> None:
    communique = statement()
    hint = mention_hint(communique, entity_named(communique, "<b>4 May 2031</b>").mentions[0])
    assert "&lt;b&gt;4 May 2031&lt;/b&gt;" in hint


def test_a_character_that_would_reverse_the_hint_is_written_out() -> None:
    communique = statement()
    mention = entity_named(communique, "Zenda").mentions[0]
    turned = tuple(entity._replace(name="Zen\u202eda") for entity in communique.entities)
    hint = mention_hint(replace(communique, entities=turned), mention)
    assert "Zen[U+202E]da" in hint
    assert "\u202e" not in hint


def test_a_mention_of_nothing_known_has_no_hint() -> None:
    communique = statement()
    mention = entity_named(communique, "Zenda").mentions[0]
    assert mention_hint(replace(communique, entities=()), mention) == ""


def test_every_kind_of_repair_is_explained() -> None:
    hints = {repair_hint(Repair(kind, 3, Span(3, 5))) for kind in RepairKind}
    assert len(hints) == len(RepairKind)
    assert all("The file itself is unchanged." in hint for hint in hints)
