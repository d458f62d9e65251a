"""The outline: the text's own headings, and titles made by rule."""

import re
from dataclasses import replace
from itertools import dropwhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.core.communique import Communique, ParagraphKind
from viewer.core.healing.shapes import is_rule
from viewer.core.mentions import Entity, EntityId, EntityKind, Mention
from viewer.core.outline.sections import outline
from viewer.core.source import Source
from viewer.core.structure.parse import parse
from viewer.core.text import Span
from viewer.storage.resources import bundled_communique

SEED = bundled_communique()
MET = "The ministers of the river states met in Highport on 3 May 1999."
STATE, PLACE, PERSON = EntityKind.STATE, EntityKind.PLACE, EntityKind.PERSON


def named(text: str, **names: EntityKind) -> Communique:
    """The communiqué of a text in which each name (its underscores blanks) is a mention of its kind."""
    communique = parse(Source(text, "test"))
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for key, kind in names.items():
        form = key.replace("_", " ")
        found = [Span(*match.span()) for match in re.finditer(re.escape(form), communique.text)]
        own = tuple(Mention(EntityId(f"{kind}:{key}"), span, "test", span) for span in found)
        entities.append(Entity(id=EntityId(f"{kind}:{key}"), kind=kind, name=form, forms=(form,), mentions=own))
        mentions += own
    mentions.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return replace(communique, entities=tuple(entities), mentions=tuple(mentions))


def titles(*paragraphs: str, **names: EntityKind) -> list[str]:
    return [section.title for section in outline(named("\n\n".join(("Title", *paragraphs)), **names))]


def title_of(paragraph: str, **names: EntityKind) -> str:
    """The title of a paragraph in the middle of a text."""
    around = "The governors considered the price of salt at some length."
    return titles(MET, paragraph, around, **names)[1]


def test_the_seed_is_outlined_by_its_subjects() -> None:
    states = dict.fromkeys(("Kazakhstan", "China", "Kyrgyz", "Russian", "Tajikistan", "Uzbekistan"), STATE)
    communique = named(SEED.read_text(encoding="utf-8"), **states)
    sections = outline(communique)
    starts = [communique.paragraphs[section.paragraphs.start].number for section in sections]
    assert starts == [1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, None]
    assert sections[0].title == "Participants and conduct of the meeting"
    assert sections[-1].title == "Place and date"
    assert "Nuclear-Weapon-Free Zone" in sections[6].title
    for section in sections:
        assert not communique.words(section.span).startswith(section.title)


def test_headings_of_the_text_make_its_sections() -> None:
    text = f"Title\n\n# Trade\n\n{MET}\n\n## Fish\n\n{MET}\n\n{MET}\n\n# Peace\n\n{MET}"
    sections = outline(named(text))
    assert [(s.title, s.level, len(s.paragraphs), s.title_rule) for s in sections] == [
        ("Trade", 1, 2, "heading"),
        ("Fish", 2, 3, "heading"),
        ("Peace", 1, 2, "heading"),
    ]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("PART ONE", "I. Trade"),
        ("II. TRADE", "1. Fish"),
        ("1. Trade", "1.1 Fish"),
        ("1. Trade", "A. Fish"),
        ("A. Trade", "Fish"),
        ("# Trade", "**Fish**"),
    ],
)
def test_the_shape_of_a_heading_gives_its_level(outer: str, inner: str) -> None:
    sections = outline(named(f"Title\n\n{outer}\n\n{MET}\n\n{inner}\n\n{MET}"))
    assert [section.level for section in sections] == [1, 2]


def test_no_heading_stands_two_levels_below_the_one_before() -> None:
    sections = outline(
        named(f"Title\n\nTrade in fish\n\n{MET}\n\n# PEACE\n\n{MET}\n\n### War\n\n{MET}\n\n## Salt\n\n{MET}")
    )
    assert [section.level for section in sections] == [1, 1, 2, 2]


def test_what_stands_before_the_first_heading_is_outlined_by_rule() -> None:
    sections = outline(named(f"Title\n\n{MET}\n\nTrade in fish\n\n{MET}"))
    assert [(section.title, section.title_rule) for section in sections] == [
        ("The meeting", "opening"),
        ("Trade in fish", "heading"),
    ]


def test_the_first_paragraph_under_a_heading_is_no_opening() -> None:
    text = f"Title\n\nA. Trade in fish\n\n{MET}\n\nHighport, 3 May 1999\n\n{MET}"
    assert "The meeting" not in [section.title for section in outline(named(text))]


def test_an_opening_that_names_many_states_tells_the_participants() -> None:
    opening = "Delegations of Lowland, Highland and Midland met in the city."
    assert titles(opening, Lowland=STATE, Highland=STATE, Midland=STATE) == ["Participants"]
    assert titles("A. Marsh and B. Hill met.", A_Marsh=PERSON)[0] == "The meeting"


def test_how_the_meeting_was_held_joins_the_participants() -> None:
    opening = "Delegations of Lowland, Highland and Midland met in the city."
    found = titles(
        opening,
        "The meeting was chaired by Lowland.",
        "They exchanged views.",
        Lowland=STATE,
        Highland=STATE,
        Midland=STATE,
    )
    assert found == ["Participants and conduct of the meeting"]


def test_a_visit_is_called_one() -> None:
    assert titles("President A. Marsh paid an official visit to Lowland.", A_Marsh=PERSON, Lowland=STATE) == [
        "The visit"
    ]


def test_a_first_paragraph_that_tells_of_no_meeting_has_a_subject() -> None:
    assert titles("The ministers condemned the burning of the old bridge.") == ["Burning of the old bridge"]


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        ("On the price of fish, the ministers agreed to wait.", "Price of fish"),
        ("With regard to the border treaty, they agreed to wait.", "Border treaty"),
        ("When discussing matters related to river pollution, they agreed to wait.", "River pollution"),
        ("The ministers welcomed the opening of the northern canal.", "Opening of the northern canal"),
        ("The ministers noted with satisfaction that the northern canal is open.", "Northern canal"),
        ("The importance of an early opening of the northern canal was underlined.", "Opening of the northern canal"),
        ("Recalling the river treaty, they met.", "River treaty"),
        ("Convinced that coastal fishing is in danger, they met.", "Coastal fishing"),
        ("We will continue to protect coastal fishing.", "Coastal fishing"),
        ("They met in order of age, and found comfort in dividing river tolls.", "River tolls"),
        ("The bridge builders of the coast are on strike.", "Bridge builders of the coast"),
        ("12 The canal locks are closed.", "Canal locks"),
        ("Urges all states to lay down rules for coastal fishing.", "Rules for coastal fishing"),
        ("Also strongly condemns the theft of river tolls.", "Theft of river tolls"),
        ("Decide that coastal fishing is to be watched.", "Coastal fishing"),
        ("Express their gratitude to the pilots for the rescue of the crew.", "Rescue of the crew"),
        ("Take note of the report on coastal fishing.", "Report on coastal fishing"),
        ("Remain seized of the theft of river tolls.", "Theft of river tolls"),
        ("Bearing in mind the price of fish, they met.", "Price of fish"),
        ("The talks took place in a hall of the old harbour.", "Hall of the old harbour"),
    ],
)
def test_a_title_is_what_a_sentence_puts_forward(paragraph: str, title: str) -> None:
    assert title_of(paragraph) == title


def test_a_name_that_only_one_paragraph_has_is_its_subject() -> None:
    paragraph = "The ministers spoke at length, and with some heat, about Port Verde."
    assert title_of(paragraph, Port_Verde=PLACE) == "Port Verde"


def test_a_state_that_speaks_is_not_the_subject() -> None:
    assert title_of("Lowland expressed concern about river piracy.", Lowland=STATE) == "River piracy"


def test_who_is_asked_to_do_something_is_not_the_subject() -> None:
    assert title_of("Urge Lowland to dredge the canal locks.", Lowland=STATE) == "Canal locks"


def test_a_person_or_a_date_is_never_the_title() -> None:
    paragraph = "The ministers thanked, once more, A. Marsh and 3 May 1999 came."
    found = title_of(paragraph, **{"A._Marsh": PERSON, "3_May_1999": EntityKind.DATE})
    assert "Marsh" not in found
    assert "1999" not in found


def test_a_list_is_called_by_the_paragraph_that_announces_it() -> None:
    paragraphs = (
        "The ministers agreed on joint river patrols:",
        "(a) to convene the boat owners;",
        "(b) to build boats.",
    )
    sections = outline(named("\n\n".join(("Title", MET, *paragraphs))))
    assert [(section.title, len(section.paragraphs)) for section in sections] == [
        ("The meeting", 1),
        ("Joint river patrols", 3),
    ]


def test_a_list_may_give_the_title_where_nothing_announces_it() -> None:
    assert title_of("The ministers decided:\n\n(a) to convene boat owners;\n\n(b) to meet.") == "Boat owners"
    assert title_of("The ministers decided:\n\n- promote river trade;\n\n- meet.") == "River trade"


def test_a_paragraph_that_goes_on_shares_the_section() -> None:
    first = "The ministers condemned the burning of the old bridge."
    assert len(titles(MET, first, "In this regard, they called on all to keep the peace.")) == 2


def test_paragraphs_of_the_same_words_share_a_section() -> None:
    first = "The ministers condemned the burning of the old wooden bridge near Highport."
    second = "The burning of the old wooden bridge was a crime, said the ministers near Highport."
    assert len(titles(MET, first, second, "They praised the salt harvest.", "They noted the grain tariff.")) == 4


def test_neighbours_that_put_one_rare_name_forward_share_a_section() -> None:
    others = ("They praised the salt harvest.", "They noted the grain tariff.", "They discussed the summer floods.")
    first = "The ministers discussed Port Verde with the architects and the many engineers of its vast harbour works."
    second = "They praised Port Verde for schools, music, hospitals, gardens, libraries, kitchens and other comforts."
    assert len(titles(MET, first, second, *others, Port_Verde=PLACE)) == 5


def test_the_last_paragraphs_may_thank_or_look_ahead() -> None:
    last = ("They will hold the next session in Lowport.", "They expressed gratitude for the warm hospitality.")
    assert titles(MET, "They praised the salt harvest.", *last)[2:] == ["Next meeting", "Thanks to the hosts"]


def test_a_long_last_paragraph_keeps_its_subject() -> None:
    last = "They praised the salt harvest. They will hold the next session in Lowport. " + "The salt is white. " * 40
    assert titles(MET, last)[1] != "Next meeting"


def test_what_stands_apart_has_a_section_of_its_own() -> None:
    note = "The following is the text of a declaration by the ministers of all the river states in Highport."
    found = titles(note, "Begin text:", MET, "ENDS", "Highport, 3 May 1999", "(Signed) A. Marsh", "(Signed) B. Hill")
    assert found == ["Release note", "The meeting", "Place and date", "Signatures"]


def test_long_footnotes_are_called_so() -> None:
    pointing = "They praised the salt harvest1 and the ports."
    note = "1 The harvest of the river states is told of in the report of the governors to the ministers in Highport."
    assert titles(MET, pointing, "__________", note)[-1] == "Footnotes"


def test_two_datelines_have_two_titles() -> None:
    assert titles(MET, "Highport, 3 May 1999", "They praised the salt harvest.", "Highport, 5 May 1999") == [
        "The meeting",
        "Place and date",
        "Salt harvest",
        "Closing place and date",
    ]


def test_a_dateline_above_the_text_belongs_to_its_title() -> None:
    assert titles("Highport, 3 May 1999", MET) == ["The meeting"]


def test_a_line_drawn_below_the_title_belongs_to_it() -> None:
    assert titles("__________", "Highport, 3 May 1999", MET, "__________") == ["The meeting"]


def test_the_rows_of_a_list_without_marks_stay_together() -> None:
    rows = ("A. Marsh, Minister of Ports", "B. Hill, Minister of Fish", "C. Dale, Ambassador to Highport")
    found = titles(MET, "They praised the salt harvest.", "The others were:", *rows, "They praised the grain harvest.")
    assert len(found) == 4
    assert found[1::2] == ["Salt harvest", "Grain harvest"]


def test_two_paragraphs_on_one_subject_have_different_titles() -> None:
    other = "They praised the salt harvest."
    found = titles(
        MET, "They condemned river piracy.", other, "They condemned river piracy and noted the grain tariff."
    )
    assert len(set(found)) == 4


def test_text_without_english_is_titled_by_names_or_numbered() -> None:
    text = "Название\n\nМинистры встретились в городе.\n\nМинистры обсудили безопасность, и Астана была рада."
    first, second = outline(named(text, Астана=PLACE))
    assert (second.title, second.title_rule) == ("Астана", "names")
    assert (first.title, first.title_rule) == ("Paragraph 1", "number")


def test_a_paragraph_without_words_is_called_by_its_number() -> None:
    (section,) = outline(named("Title\n\n1 + 1 = 2, 2 + 2 = 4."))
    assert (section.title, section.title_rule) == ("Paragraph 1", "number")


def test_a_title_alone_has_no_sections() -> None:
    assert outline(named("Title")) == ()
    assert outline(named("")) == ()


SCRAPS = (
    "the of and to importance need noted that ministers Lowland discussed importance, fish grain; trade. We will "
    "strengthening (a) 1. # ** ’s - : \n \n\n Highport, 3 May 1999 \n\n ENDS \n\n TRADE \n\n"
)
WORDS = st.sampled_from(SCRAPS.split(" "))


@given(st.lists(WORDS, max_size=80).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_every_paragraph_below_the_head_is_in_exactly_one_section(text: str) -> None:
    communique = named(text, Lowland=STATE, Highport=PLACE)
    sections = outline(communique)
    titles = (ParagraphKind.TITLE, ParagraphKind.SUBTITLE)
    head = (*titles, ParagraphKind.DATELINE)
    every = communique.paragraphs
    ruled = {place for place, paragraph in enumerate(every) if is_rule(communique.words(paragraph.span))}
    below = list(dropwhile(lambda place: every[place].kind in head or place in ruled, range(len(every))))
    expected = [place for place in below if every[place].kind not in titles]
    assert [place for section in sections for place in section.paragraphs] == expected
    for section in sections:
        assert section.title
        assert section.span.start == communique.paragraphs[section.paragraphs.start].span.start
        assert section.span.end == communique.paragraphs[section.paragraphs.stop - 1].span.end
        assert section.title_rule == "heading" or len(section.title) <= 60
