"""Texts of law and their ends: declarations in clauses, articles, signatures, annexes."""

from collections.abc import Callable

from generation import forms, words
from generation.bodies import Flow, flow, paragraph
from generation.draft import Block, Draft
from generation.frames import dateline
from generation.lists import announced, items, roman, shape
from generation.prose import Writer, capital, ended, title_case


def clauses(writer: Writer, draft: Draft, size: int) -> None:
    """Who declares, why ("Recalling …"), the enacting line, and what is declared ("Urge …")."""
    one = writer.chance(0.3)  # one body speaks, in the singular
    who = "The {body} of the {org}," if one else "The {offices} of {states},"
    enacting = "Has decided as follows:" if one else writer.any(forms.ENACTING)
    draft.unnumbered(writer.say(who))
    if writer.chance(0.7):
        draft.unnumbered(writer.say("{Meeting} in {place} on {day},", Meeting=writer.any(("Meeting", "Assembled"))))
        draft.identity |= {"place": writer.fixed["place"], "date": writer.today.isoformat()}
    italic = writer.any(("{}", "{}", "{}", "*{}*", "_{}_"))
    for template in _drawn(writer, forms.PREAMBLE, size // 3):
        _clause(draft, writer.say(template.replace("their", "its") if one else template), italic)
    draft.unnumbered(enacting)
    draft.mark = writer.any(("{}. ", "{}. ", "{}) ", ""))
    _operative(writer, draft, "s" if one else "", size)


def _clause(draft: Draft, text: str, italic: str) -> None:
    words_of_it = text.split(" ")
    draft.unnumbered(text, " ".join([italic.format(words_of_it[0]), *words_of_it[1:]]))


def _drawn(writer: Writer, templates: tuple[str, ...], size: int) -> list[str]:
    """Four templates at least, and more for a larger size; none twice before all have come."""
    drawn: list[str] = []
    while len(drawn) < max(4, size // 130):
        drawn += writer.random.sample(templates, min(writer.random.randint(4, 9), len(templates)))
    return drawn


def _operative(writer: Writer, draft: Draft, ending: str, size: int) -> None:
    end = writer.any((";", ";", ".", ","))
    form = shape(writer, numbers=False)
    lists = writer.any(("", "", "some"))
    while True:
        if lists and writer.chance(0.15):
            announced_by = writer.random.choice(forms.OPERATIVE_LISTS)
            draft.body(writer.say(_inflected(announced_by.lead, ending)))
            items(writer, draft, form, announced_by.item)
        said = writer.say(_inflected(writer.any(forms.OPERATIVE), ending))
        last = draft.length >= size
        draft.body(ended(said, "." if last else end))
        if last:
            return


def _inflected(template: str, ending: str) -> str:
    return template.replace("ss~", "sses" if ending else "ss").replace("~", ending)


ArticleHeading = Callable[[int, str], str]
_ARTICLE_HEADINGS: tuple[ArticleHeading, ...] = (
    lambda number, _: f"Article {number}",
    lambda number, _: f"Article {number}",
    lambda number, _: f"ARTICLE {number}",
    lambda number, _: f"Article {roman(number).upper()}",
    lambda number, scope: f"Article {number}. {scope}",
    lambda number, scope: f"Article {number}: {scope}",
    lambda number, scope: f"Article {number} ({scope.lower()})",
    lambda number, scope: f"ARTICLE {number} – {scope}",
    lambda number, scope: f"ARTICLE {number} – {scope.upper()}",
)


def articles(writer: Writer, draft: Draft, size: int) -> None:
    """Articles with paragraphs, numbered in each article in a part of the texts, under chapters in a few."""
    heading = writer.random.choice(_ARTICLE_HEADINGS)
    mark = writer.any(("", "{}. ", "{}. ", "({}) "))
    form = shape(writer, numbers=not mark)._replace(marks=("(a)", "(i)", "-"))
    every = writer.random.randint(3, 5) if writer.chance(0.25) else 0  # articles of a chapter
    scopes: list[str] = []
    number = 0
    while number < 4 or draft.length < size:
        if every and number % every == 0:
            chapter = number // every + 1
            title = forms.CHAPTERS[min(chapter, len(forms.CHAPTERS)) - 1]
            draft.heading(f"CHAPTER {roman(chapter).upper()}. {title}", 1)
        number += 1
        scopes = scopes or writer.random.sample(forms.SCOPES, len(forms.SCOPES))
        draft.heading(writer.spelled(heading(number, scopes.pop())), 2)
        _article(writer, draft, Flow(0.2, form, 0), mark)


def _article(writer: Writer, draft: Draft, kind: Flow, mark: str) -> None:
    count = writer.random.choice((1, 1, 2, 2, 3, 4))
    draft.count = 0
    draft.mark = mark if count > 1 else ""  # a paragraph that is alone bears no number
    for _ in range(count):
        if writer.chance(kind.lists):
            announced(writer, draft, kind.form, forms.PROVISION_LISTS)
        else:
            said = (writer.say(writer.any(forms.PROVISIONS)) for _ in range(writer.random.choice((1, 1, 2))))
            draft.body(" ".join(said))


_DONE = (
    "Done at {place}, on {day}, in {small} originals in the languages of the Parties, all being equally authentic.",
    "DONE at {place} on {day}, in two originals.",
    "Done in {place} on {day} in duplicate in the English and French languages.",
    "Signed at {place}, {day}",
    "{place}, {day}",
)
_FOR = (
    "For the Government of {state}:",
    "For {state}:",
    "FOR {STATE}:",
    "On behalf of {state}",
    "For the Government of {state}",
)
_SIGNED = ("(Signed) {name}", "(signed) {name}", "{name}", "{NAME}", "[signed] {name}", "/s/ {name}")


def signatures(writer: Writer, draft: Draft) -> None:
    """The place and date of signature, and the blocks of the signatories, each line a paragraph."""
    draft.mark = ""
    if writer.chance(0.5):
        draft.unnumbered(writer.say(writer.any(forms.TESTIMONIUM), kind=title_case(writer.fixed["kind"])))
    dateline(writer, draft, writer.any(_DONE), upper=0)
    heads, signed = writer.any(_FOR), writer.any(_SIGNED)
    bare = writer.chance(0.2)  # names alone, no line says for whom
    offices = writer.chance(0.6)
    for state in (writer.fixed["host"], writer.fixed["guest"]):
        name = writer.person(full=True)
        head = writer.say(heads, state=state, STATE=state.upper())
        lines = ([] if bare else [head]) + [writer.say(signed, name=name, NAME=name.upper())]
        if offices or bare:
            office = writer.any(words.OFFICES)
            lines.append(f"{office} of {state}" if bare else office)
        for index, line in enumerate(lines):
            draft.add(Block("signature", line, tight=index > 0))


def annexes(writer: Writer, draft: Draft) -> None:
    """One or two annexes: participants, a programme of work, or paragraphs, some under headings of their own."""
    count = writer.random.choice((1, 1, 2))
    word = writer.any(("ANNEX", "Annex", "Annex", "APPENDIX", "Appendix"))
    parting = writer.any(("", ": {}", " – {}", ". {}"))
    marks = writer.any("AI1")
    contents = writer.random.sample((_participants, _programme, _rules), count)
    for number, content in enumerate(contents, 1):
        of = f" {'AB'[number - 1] if marks == 'A' else 'I' * number if marks == 'I' else number}"
        title = writer.any(_ANNEX_TITLES[content])
        label = word + (of if count > 1 or writer.chance(0.5) else "")
        draft.heading(writer.spelled(label + parting.format(title.upper() if writer.chance(0.2) else title)), 1)
        draft.count = 0
        content(writer, draft)


def _participants(writer: Writer, draft: Draft) -> None:
    draft.unnumbered(writer.say("The following took part in the {session}:"))
    form = shape(writer, numbers=not draft.mark)._replace(stop=writer.any(("", ";")), joined=False, capitals=False)
    template = writer.any(("{titled}, {office} of {state}", "{state}: {titled}, {office}", "{titled} ({state})"))
    items(writer, draft, form, template)


def _programme(writer: Writer, draft: Draft) -> None:
    draft.unnumbered(capital(writer.say("for the period up to {later} {they} [foresaw|foresee] the following steps:")))
    form = shape(writer, numbers=not draft.mark)
    items(writer, draft, form, writer.any(("{matter} ({body}, {month} {soon})", "by {later}: {matter}", "{matter}")))
    if writer.chance(0.5):
        draft.body(writer.paragraph(2))


def _rules(writer: Writer, draft: Draft) -> None:
    kind = flow(writer, lists=0.1, numbered=bool(draft.mark))._replace(continued=0)
    headed = writer.chance(0.4)
    for _ in range(writer.random.randint(2, 3)):
        if headed:
            draft.heading(capital(writer.topic()), 2)
        for _ in range(writer.random.randint(1, 3)):
            paragraph(writer, draft, kind)


_ANNEX_TITLES = {
    _participants: ("List of participants", "Delegations", "Participants in the meeting"),
    _programme: ("Programme of work", "Timetable", "Work plan for the coming year"),
    _rules: ("Arrangements for follow-up", "Explanatory remarks", "Understandings reached", "Terms of reference"),
}
