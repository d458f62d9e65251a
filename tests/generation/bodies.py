"""The paragraphs of a text, under headings or under none."""

from collections.abc import Callable
from typing import NamedTuple

from generation import words
from generation.draft import Draft
from generation.lists import LETTERED, Shape, announced, letter, roman, shape
from generation.prose import Writer, capital, title_case

_NAMES = (*words.DOCUMENTS, *words.BODIES, *words.ORGANISATIONS)
NUMBERS = ("{}. ", "{}. ", "{}) ", "{} ")


class Flow(NamedTuple):
    """What paragraphs a text has."""

    lists: float  # how often a paragraph announces a list
    form: Shape
    continued: float  # how often an unnumbered paragraph follows under a number
    emphasis: bool = False  # Markdown's


def flow(
    writer: Writer,
    *,
    lists: float = 0.0,
    depth: int = 1,
    numbered: bool = False,
    counted: bool = True,
    emphasis: bool = False,
) -> Flow:
    """Choose; lists are `counted` with 1, 2, 3 only where neither paragraphs nor headings are."""
    form = shape(writer, numbers=counted and not numbered, depth=depth)
    if numbered and writer.chance(0.8):
        form = form._replace(marks=LETTERED if writer.chance(0.7) else ("(i)", "(a)", "-"))
    if emphasis:
        bullet = writer.any("-*")
        form = form._replace(marks=(bullet,) * 3, step=2, margin=0, tight=True)
    return Flow(lists, form, 0.08 if numbered else 0.0, emphasis)


def paragraphs(writer: Writer, draft: Draft, kind: Flow, size: int) -> None:
    """Paragraphs until the draft has `size` characters, one at least."""
    while True:
        paragraph(writer, draft, kind)
        if draft.length >= size:
            return


def paragraph(writer: Writer, draft: Draft, kind: Flow) -> None:
    """A paragraph, or one that announces a list and the list."""
    if writer.chance(kind.lists):
        announced(writer, draft, kind.form)
    else:
        text = writer.paragraph()
        draft.body(text, emphasised(writer, text) if kind.emphasis and writer.chance(0.4) else "")
    if draft.numbered and writer.chance(kind.continued):
        draft.unnumbered(writer.paragraph(3))


def emphasised(writer: Writer, text: str) -> str:
    """The text with a name, or else one to three of its words, in italics or bold, as Markdown writes them."""
    around = writer.any(("*", "**", "_"))
    if names := [name for name in _NAMES if name in text]:
        name = writer.any(names)
        return text.replace(name, around + name + around, 1)
    parts = text.split(" ")
    places = [at for at in range(1, len(parts) - 3) if all(part.isalpha() for part in parts[at : at + 3])]
    if not places:
        return ""
    at, count = writer.random.choice(places), writer.random.randint(1, 3)
    return " ".join([*parts[:at], around + " ".join(parts[at : at + count]) + around, *parts[at + count :]])


Heading = Callable[[tuple[int, ...], str], str]  # of its number and those above it, and of its subject


def _form(first: str, second: str = "{Topic}") -> Heading:
    """Headings of two ranks; `first` and `second` are templates of number, topic, and how the topic is set."""

    def heading(path: tuple[int, ...], topic: str) -> str:
        number, below = path[0], path[-1]
        numbers = {"one": number, "two": below, "I": roman(number).upper(), "A": letter(number).upper()}
        topics = {"topic": topic, "Topic": capital(topic), "TOPIC": topic.upper(), "Title": title_case(topic)}
        form = first if len(path) == 1 else second
        return form.format(**numbers, **topics, B=letter(below).upper())

    return heading


class Headed(NamedTuple):
    """How a text is headed. Numbers of headings and of paragraphs never look alike."""

    headings: tuple[Heading, ...]  # one is chosen for a text
    below: float  # how often a text has headings of a second rank
    numbered: float  # how often its paragraphs are numbered


HEADED = {
    "capitals": Headed((*(_form("{TOPIC}"),) * 4, _form("{TOPIC}:", "{Topic}:")), 0.3, 0.35),
    "numbered-headings": Headed(
        (
            _form("{one}. {Topic}", "{one}.{two} {Topic}"),
            _form("{one}. {Topic}", "{one}.{two}. {Topic}"),
            _form("{one} {Title}", "{one}.{two} {Title}"),
            _form("{one}. {TOPIC}", "{one}.{two} {Topic}"),
        ),
        below=0.5,
        numbered=0.0,
    ),
    "roman": Headed(
        (
            _form("{I}. {Topic}", "{B}. {Topic}"),
            _form("{I}. {TOPIC}", "{B}. {Topic}"),
            _form("{I} – {Topic}", "{B} – {Topic}"),
            _form("{I}. {Title}", "{B}) {Topic}"),
        ),
        below=0.3,
        numbered=0.4,
    ),
    "lettered": Headed((*(_form("{A}. {Topic}"),) * 2, _form("{A}) {Topic}"), _form("{A}. {TOPIC}")), 0.0, 0.35),
    "markdown": Headed((_form("{Topic}"), _form("{Title}", "{Title}")), 0.5, 0.25),
    "title-case": Headed((*(_form("{Title}"),) * 3, _form("{Topic}"), _form("{Title}:")), 0.0, 0.3),
}


class Scheme(NamedTuple):
    """How one text is headed."""

    heading: Heading
    ranks: int
    kind: Flow
    restarts: bool  # numbers begin anew under each heading
    bare: float  # how often an unnumbered paragraph opens a section of numbered ones
    hashes: int  # Markdown's, of the highest rank


def headed(writer: Writer, draft: Draft, size: int, style: str) -> None:
    """Sections under headings until the draft has `size` characters, three at least."""
    numbered = writer.chance(HEADED[style].numbered)
    draft.mark = writer.any(NUMBERS[:3]) if numbered else ""
    scheme = _scheme(writer, style, numbered=numbered)
    section = max(min(writer.random.randint(500, 2400), size // 3), size // 20)  # letters end at Z
    number = 0
    while number < 3 or draft.length < size:
        number += 1
        _section(writer, draft, scheme, (number,), draft.length + section)


def _scheme(writer: Writer, style: str, *, numbered: bool) -> Scheme:
    how, markdown = HEADED[style], style == "markdown"
    hashes = writer.random.choice((1, 2, 2, 2)) if markdown else 0
    lists = writer.random.choice((0.0, 0.0, 0.1, 0.2))
    counted = style != "numbered-headings"
    return Scheme(
        heading=writer.random.choice(how.headings),
        ranks=1 + writer.chance(how.below) + (hashes == 1),
        kind=flow(writer, lists=lists, depth=2, numbered=numbered, counted=counted, emphasis=markdown),
        restarts=numbered and writer.chance(0.3),
        bare=0.15 if numbered else 0.0,
        hashes=hashes,
    )


def _section(writer: Writer, draft: Draft, scheme: Scheme, path: tuple[int, ...], size: int) -> None:
    _heading(writer, draft, scheme, path)
    deeper = len(path) < scheme.ranks and writer.chance(0.55)
    if scheme.restarts:
        draft.count = 0
    if writer.chance(scheme.bare):
        draft.unnumbered(writer.paragraph(2))
    if not deeper or writer.chance(0.5):
        paragraphs(writer, draft, scheme.kind, 0 if deeper else size)
    if deeper:
        count = writer.random.randint(2, 3)
        for number in range(1, count + 1):
            left = (size - draft.length) // (count - number + 1)
            _section(writer, draft, scheme, (*path, number), draft.length + left)


def _heading(writer: Writer, draft: Draft, scheme: Scheme, path: tuple[int, ...]) -> None:
    text = writer.spelled(scheme.heading(path, writer.topic()))
    markup = f"{'#' * (scheme.hashes + len(path) - 1)} {text}" if scheme.hashes else ""
    draft.heading(text, len(path), markup)


def plain(writer: Writer, draft: Draft, size: int) -> None:
    paragraphs(writer, draft, flow(writer), size)


def numbered(writer: Writer, draft: Draft, size: int) -> None:
    """Numbered paragraphs, some with lettered items below, a few followed by an unnumbered one."""
    draft.mark = writer.any(NUMBERS)
    paragraphs(writer, draft, flow(writer, lists=0.2, depth=writer.random.choice((1, 1, 2)), numbered=True), size)


def numbered_only(writer: Writer, draft: Draft, size: int) -> None:
    """Paragraphs that a reader can tell by their numbers where no blank line parts them."""
    draft.mark = writer.any(NUMBERS[:3])
    kind = flow(writer, lists=0.15, numbered=True)._replace(continued=0)
    paragraphs(writer, draft, kind, size)


def bullets(writer: Writer, draft: Draft, size: int) -> None:
    """Paragraphs, every second of which announces a list, nested to two or three levels."""
    marked = writer.chance(0.25)
    draft.mark = writer.any(NUMBERS[:3]) if marked else ""
    depth = writer.random.choice((1, 2, 2, 3))
    kind = flow(writer, lists=0.5, depth=depth, numbered=marked)
    announced(writer, draft, kind.form)
    paragraphs(writer, draft, kind, size)


def run_in(writer: Writer, draft: Draft, size: int) -> None:
    """Paragraphs opened by the words of a heading, three at least; others continue what they say."""
    form = writer.any(("{}. ", "{}. ", "{}: ", "{} – ", "{}.– ", "**{}.** ", "**{}** – ", "*{}.* ", "__{}:__ "))
    capitals = form == "{}: " or writer.chance(0.15)
    draft.mark = "{}. " if writer.chance(0.15) else ""
    count = 0
    while count < 3 or draft.length < size:
        count += 1
        topic = writer.topic().upper() if capitals else capital(writer.topic())
        text, shown = writer.paragraph(5), writer.spelled(form).format(topic)
        read = shown.replace("*", "").replace("_", "")
        draft.body(read + text, shown + text if read != shown else "", run_in=topic)
        if writer.chance(0.4):
            draft.body(writer.paragraph(4))
