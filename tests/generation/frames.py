"""What stands around the paragraphs of a text: its title, its place and date, how it opens and closes."""

from collections.abc import Sequence
from typing import NamedTuple

from generation import words
from generation.draft import Block, Draft
from generation.prose import Writer, capital, title_case
from generation.sentences import BARE_OPENINGS, CLOSINGS, OPENINGS, OPENINGS_OF_US

REPORTS = (
    *("joint communiqué", "joint communiqué", "joint communiqué", "joint statement", "joint statement", "communiqué"),
    *(
        "final communiqué",
        "press communiqué",
        "declaration",
        "joint declaration",
        "agreed minutes",
        "summary of conclusions",
    ),
    *("joint press statement", "concluding statement", "final document", "memorandum of understanding"),
)
DECLARATIONS = ("declaration", "joint declaration", "resolution", "joint statement", "final act")
TREATIES = ("agreement", "protocol", "treaty", "convention", "memorandum of understanding")
WIRED = ("joint communiqué", "communiqué", "joint statement", "press communiqué")
_TITLES = (  # the title, and the line below it
    ("{kind}", "{Meeting}"),
    ("{kind}", "{Meeting}, {place}, {day}"),
    ("{kind}", "of the {offices} of {states}"),
    ("{kind} of the {meeting}", ""),
    ("{kind} on {topic}", ""),
    ("{kind} on {topic}", "{Meeting}"),
    ("{place} {kind} on {topic}", ""),
    ("{kind} by the {offices} of {states}", ""),
    ("{kind} on the visit of the {office} of {guest} to {host}", ""),
    ("{kind} of {day}", "{Meeting}"),
)
_DATELINES_ABOVE = ("{place}, {day}", "{place}, {day}", "{day}", "({place}, {day})", "{place}, {weekday}, {day}")
_DATELINES = (
    *("{place}, {day}", "{place}, {day}", "{place}, {day}", "{day}", "({place}, {day})", "Done at {place}, {day}"),
    *("Issued in {place} on {day}", "{place}, {weekday}, {day}", "{place}, {day}.", "Adopted in {place} on {day}"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Frame(NamedTuple):
    """How a text is framed."""

    dateline: str  # "first", "above" the paragraphs, "below" them, or "" for none
    opening: bool  # an opening paragraph, which bears no number
    titles_tight: bool  # no blank line between the lines of the title
    markdown: bool = False
    closing: bool = True  # a closing paragraph, in most texts


def settle(writer: Writer, kinds: Sequence[str]) -> None:
    """Decide what the text is about: who met where, on which day, and what the text is called."""
    states = writer.random.sample(words.STATES, writer.random.choice((2, 2, 2, 3, 4)))
    session = writer.any(("meeting", "meeting", "session", "conference"))
    fixed = {
        "kind": writer.any(kinds),
        "place": writer.any(words.CITIES),
        "day": writer.dated(writer.today),
        "weekday": _DAYS[writer.today.weekday()],
        "host": states[0],
        "guest": states[1],
        "states": f"{', '.join(states[:-1])} and {states[-1]}",
        "session": session,
        "topic": writer.topic(),
        "offices": writer.say("{offices}"),
        "meeting": f"{writer.any(words.ORDINALS)} {session} of the {writer.say('{body} of the {org}')}",
    }
    writer.fixed |= {name: writer.spelled(value) for name, value in fixed.items()}


def called(writer: Writer) -> str:
    """The kind of the text, in lower case and with its accent."""
    return writer.fixed["kind"].replace("communique", "communiqué")


def frame(writer: Writer, *, tight: bool = True, markdown: bool = False, opening: float = 0.6) -> Frame:
    """Choose a frame; a text without a dateline mostly says in its opening where and when it was made."""
    dateline = writer.any(("first", *("above",) * 4, *("below",) * 8, *("",) * 4))
    opens = writer.chance(opening) or (not dateline and writer.chance(0.85))
    return Frame(dateline, opens, tight and writer.chance(0.3), markdown)


def open_text(writer: Writer, draft: Draft, around: Frame, *, titled: float = 0.96) -> None:
    """Title, subtitle, the dateline where it stands above, an opening paragraph."""
    if around.dateline == "first":
        dateline(writer, draft, writer.any(_DATELINES_ABOVE))
    if writer.chance(titled):
        _title(writer, draft, around)
    if around.dateline == "above" and not (draft.identity["date"] and draft.identity["place"]):
        dateline(writer, draft, writer.any(_DATELINES_ABOVE), tight=around.titles_tight and bool(draft.blocks))
    if writer.chance(0.04):
        draft.note(writer.any(("(Unofficial translation)", "[Translated from the French]", "(as adopted)")))
    if around.opening:
        opening(writer, draft, told=around.dateline == "below")


def _title(writer: Writer, draft: Draft, around: Frame) -> None:
    above, below = writer.random.choice(_TITLES)
    given = {"kind": writer.fixed["kind"].capitalize(), "Meeting": capital(writer.fixed["meeting"])}
    title = writer.say(above, **given)
    title = title.upper() if writer.chance(0.45) else title_case(title) if writer.chance(0.7) else title
    _print_title(writer, draft, around, title)
    if "{day}" in above + below:
        _say_when(writer, draft)
    if "{place}" in above + below:
        draft.identity["place"] = writer.fixed["place"]
    draft.identity |= {"title": title, "kind": called(writer)}
    if (below and writer.chance(0.75)) or "{place}" in below:
        draft.add(Block("subtitle", writer.say(below, **given), tight=around.titles_tight))


def _print_title(writer: Writer, draft: Draft, around: Frame, title: str) -> None:
    markup = writer.any((f"# {title}", f"# {title}", f"**{title}**")) if around.markdown else ""
    draft.add(Block("title", title, markup))


def _say_when(writer: Writer, draft: Draft) -> None:
    draft.identity["date"] = writer.today.isoformat()


def dateline(writer: Writer, draft: Draft, template: str = "", *, tight: bool = False, upper: float = 0.1) -> None:
    """A line of place and date, or of the date alone."""
    template = template or writer.any(_DATELINES)
    line = writer.say(template)
    draft.add(Block("dateline", line.upper() if writer.chance(upper) else line, tight=tight))
    _say_when(writer, draft)
    if "{place}" in template:
        draft.identity["place"] = writer.fixed["place"]


def opening(writer: Writer, draft: Draft, *, told: bool = False) -> None:
    """An opening paragraph; it says where and when, unless that is told elsewhere."""
    told = told or (draft.identity["date"] is not None and draft.identity["place"] is not None)
    if told and writer.chance(0.5):
        text = writer.say(writer.any(BARE_OPENINGS))
    else:
        text = writer.say(writer.any(OPENINGS_OF_US if writer.manner.first_person else OPENINGS))
        _say_when(writer, draft)
        draft.identity["place"] = writer.fixed["place"]
    more = writer.paragraph(3) if writer.chance(0.4) else ""
    draft.unnumbered(f"{text} {more}".strip())


def close_text(writer: Writer, draft: Draft, around: Frame) -> None:
    """A last paragraph, and the dateline where it stands below."""
    if around.closing and writer.chance(0.6):
        draft.body(capital(writer.say(writer.any(CLOSINGS))))
    if around.dateline == "below":
        dateline(writer, draft)
