"""The styles: what a text of each is made of, and how it is laid out."""

from collections.abc import Callable

from generation import bodies, frames, legal
from generation.draft import Draft
from generation.layout import Layout, Stretch, laid_out
from generation.paging import Furniture, doubled, paged
from generation.prose import Writer, title_case
from generation.web import web
from generation.wires import cable, release

Body = Callable[[Writer, Draft, int], None]


def _headed(style: str) -> Body:
    return lambda writer, draft, size: bodies.headed(writer, draft, size, style)


_BODIES: dict[str, Body] = {
    "plain": bodies.plain,
    "numbered": bodies.numbered,
    **{style: _headed(style) for style in bodies.HEADED},
    "run-in": bodies.run_in,
    "clauses": legal.clauses,
    "articles": legal.articles,
    "bullets": bodies.bullets,
}
_MIXED = ("plain", "plain", "numbered", "numbered", "capitals")
# Styles of what is around a text or was done to it, with the bodies that they may have.
_AROUND = {
    "annexes": _MIXED,
    "signatures": (*_MIXED, "articles"),
    "release": (*_MIXED, "bullets", "clauses"),
    "cable": ("plain", "numbered"),
    "wrapped": (*_MIXED, "roman", "title-case", "numbered-headings", "bullets", "clauses"),
    "paged": (*_MIXED, "roman", "title-case", "numbered-headings", "bullets", "clauses", "lines"),
    "web": ("plain", "numbered", "title-case", "bullets", "markdown", "markdown"),
}
STYLES = (*_BODIES, *_AROUND)
_BODIES["lines"] = bodies.numbered_only  # lines of a page, with nothing between the paragraphs
_UNTITLED = ("clauses", "articles")  # without an opening or closing paragraph
_SIGNED = ("articles", "clauses", "wrapped")  # half of those that bear no other dateline
_CLOSING = 300  # characters, about, of what follows the body


def compose(style: str, writer: Writer, draft: Draft, size: int) -> list[Stretch]:
    """A text of about `size` characters written into the draft, and printed."""
    body = writer.any(_AROUND.get(style, (style,)))
    if style == "cable":
        writer.manner = writer.manner._replace(accent=False)
    frames.settle(writer, _kinds(style, body))
    around = _frame(style, body, writer)
    left = size - _CLOSING - (min(size // 4, 1500) if style == "annexes" else 0)

    def write(writer: Writer, draft: Draft) -> None:
        _BODIES[body](writer, draft, left)

    wraps = {"release": release, "cable": cable, "web": web}
    if style in wraps:
        wraps[style](writer, draft, around, write)
        return laid_out(draft.blocks, Layout(blank=body == "markdown" or writer.chance(0.85)), writer.random)
    frames.open_text(writer, draft, around, titled=1 if style == "paged" else 0.96)  # a running head repeats it
    write(writer, draft)
    frames.close_text(writer, draft, around)
    if style == "signatures" or (style in _SIGNED and not around.dateline and writer.chance(0.5)):
        legal.signatures(writer, draft)
    if style == "annexes":
        legal.annexes(writer, draft)
    return _printed(style, body, writer, draft)


def _kinds(style: str, body: str) -> tuple[str, ...]:
    if style == "cable":
        return frames.WIRED
    return {"clauses": frames.DECLARATIONS, "articles": frames.TREATIES}.get(body, frames.REPORTS)


def _frame(style: str, body: str, writer: Writer) -> frames.Frame:
    opening = {"numbered": 0.4, "capitals": 1.0, "title-case": 1.0}.get(body, 0.6)  # none reads as a title's last line
    around = frames.frame(writer, tight=style not in ("wrapped", "paged"), markdown=body == "markdown", opening=opening)
    if body in _UNTITLED:
        around = around._replace(opening=body == "articles" and writer.chance(0.4), closing=False)
    if style == "signatures":
        around = around._replace(dateline=writer.any(("above", "", "")))
    return around


def _printed(style: str, body: str, writer: Writer, draft: Draft) -> list[Stretch]:
    chance, random = writer.chance, writer.random
    if style == "wrapped":
        return laid_out(draft.blocks, _wrapping(writer)._replace(hyphens=chance(0.5)), random)
    if style != "paged":
        return laid_out(draft.blocks, Layout(blank=body == "markdown" or chance(0.75)), random)
    lines = body == "lines" or chance(0.6)
    layout = _wrapping(writer)._replace(hyphens=chance(0.3)) if lines else Layout(blank=chance(0.8))
    if body == "lines":
        layout = layout._replace(blank=False, indent=0)
    stretches = laid_out(draft.blocks, layout, random)
    whole = sum(stretch.printed.count("\n") if lines else len(stretch.printed) for stretch in stretches)
    length = random.randint(24, 44) if lines else random.randint(1100, 2600)
    length = min(length, max(whole // 3, length // 3))  # a running head is known by its coming again
    stretches = paged(stretches, _furniture(writer, lines=lines), length, random, lines=lines)
    return doubled(stretches, random, sentences=chance(0.5)) if chance(0.3) else stretches


def _wrapping(writer: Writer) -> Layout:
    indented = writer.chance(0.35)
    return Layout(
        blank=not indented or writer.chance(0.4),
        width=writer.random.randint(60, 80),
        indent=writer.random.choice((2, 3, 4, 5)) if indented else 0,
        hanging=writer.chance(0.5),
        centred=writer.chance(0.4),
    )


def _furniture(writer: Writer, *, lines: bool) -> Furniture:
    """What is printed on the pages: something, but for a few texts that are not in lines."""
    number = writer.any(
        ("- {n} -", "- {n} -", "{n}", "{n}", "Page {n} of {of}", "Page {n}", "{n}/{of}", "– {n} –", "[{n}]", "")
    )
    head = _running_head(writer) if not number or writer.chance(0.4) else ""
    if head and writer.chance(0.4):
        head, number = writer.any(("{n}  ", "", "")) + head, ""
        head += "" if "{n}" in head else writer.any((" {n}", " | {n}", ", p. {n}", ""))
    if not lines and writer.chance(0.15):
        head = number = ""
    return Furniture(
        number=number,
        number_above=writer.chance(0.25),
        head=head,
        head_above=writer.chance(0.8),
        feed=writer.chance(0.35),
        apart=writer.chance(0.7),
        first=writer.chance(0.3),
    )


def _running_head(writer: Writer) -> str:
    kind = title_case(writer.fixed["kind"])
    heads = (
        f"{kind} – {{place}}, {{day}}",
        "{org}",
        f"{kind} on {{topic}}",
        "{docno}",
        f"{kind.upper()}, {{place}}",
        kind,
    )
    return writer.say(writer.any(heads))
