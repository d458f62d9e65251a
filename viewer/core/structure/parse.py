"""Makes a source into a communiqué ready to be read: healed, mark-up taken away, paragraphs told apart."""

from collections.abc import Iterator, Sequence

from viewer.core.communique import Communique, Emphasis, Paragraph, ParagraphKind
from viewer.core.healing.hyphens import Frequency
from viewer.core.healing.joining import heal
from viewer.core.healing.mends import Ideal, Mended, find_mends
from viewer.core.healing.shapes import Shape, with_capitals
from viewer.core.healing.splits import find_splits
from viewer.core.healing.writing import NO_DRAFT, Written, write
from viewer.core.repairs import RepairKey
from viewer.core.source import Source
from viewer.core.structure.identity import identify
from viewer.core.structure.kinds import classify
from viewer.core.structure.levels import levels
from viewer.core.structure.numbers import number_paragraphs
from viewer.core.structure.run_in import find_run_ins
from viewer.core.text import Span


def no_word(_: str) -> int:
    """Stands for a dictionary where there is none: no word is known."""
    return 0


def parse(source: Source, off: frozenset[RepairKey] = frozenset(), frequency: Frequency = no_word) -> Communique:
    """The communiqué as far as it can be read without knowing names: no sections, no entities yet.

    `off` are the repairs that the reader does without; which repairs there are does not depend on it. `frequency`
    says how common an English word is, and is asked only where a line's end cuts a word. Linear in the length of the
    text, and defined for any text. A text of blanks has no paragraph: its reading text is empty.
    """
    healing = heal(source.text, frequency)
    ideals = [Ideal.of(draft) for draft in healing.drafts]
    mended = [find_mends(ideal) for ideal in ideals]
    mends = sorted(
        [*(mend for one in mended for mend in one.mends), *find_splits(ideals)], key=lambda mend: mend.source.start
    )
    written = write(source.text, healing.drafts, healing.drops, mends, off)
    every = list(_paragraph_spans(written.text))
    # What was to be taken out is shown as a note, and read for nothing: the text is the same with it and without.
    own = [place for place in range(len(every)) if written.drafts[place] != NO_DRAFT]
    notes = [
        Paragraph(span, ParagraphKind.NOTE) for place, span in enumerate(every) if written.drafts[place] == NO_DRAFT
    ]
    spans = [every[place] for place in own]
    shapes = with_capitals([_shape(written, ideals, mended, place, every[place]) for place in own])
    kinds = classify(shapes)
    return Communique(
        source=source,
        text=written.text,
        paragraphs=tuple(sorted((*_paragraphs(spans, shapes, kinds, written.emphasis), *notes))),
        repair_map=written.repair_map,
        repairs=written.repairs,
        emphasis=written.emphasis,
        identity=identify([(shape.text, span.start) for shape, span in zip(shapes, spans, strict=True)], kinds),
    )


def _paragraph_spans(text: str) -> Iterator[Span]:
    start = 0
    for words in text.split("\n") if text else ():
        yield Span(start, start + len(words))
        start += len(words) + 1


def _shape(written: Written, ideals: Sequence[Ideal], mended: Sequence[Mended], place: int, span: Span) -> Shape:
    number = written.drafts[place]
    text = span.of(written.text)
    first = place == 0 or written.drafts[place - 1] != number
    draft, marks = ideals[number].draft, mended[number]
    depth = marks.depth if first and not text.startswith("#") else 0
    heading = bool(depth) or (marks.heading and not marks.depth and not text.startswith("*"))
    return Shape(text, draft.alone, heading, depth, draft.lines[0].indent)


def _paragraphs(
    spans: Sequence[Span], shapes: Sequence[Shape], kinds: list[ParagraphKind], emphasis: Sequence[Emphasis]
) -> list[Paragraph]:
    numbering = number_paragraphs(shapes, kinds)
    for place in numbering.members:
        kinds[place] = ParagraphKind.BODY
    depths = levels(shapes, kinds)
    run_ins = find_run_ins([shape.text for shape in shapes], kinds, numbering.marks, _by_paragraph(spans, emphasis))
    return [
        Paragraph(
            span,
            kinds[place],
            numbering.numbers[place],
            depths[place],
            numbering.marks[place],
            _moved(run_ins[place], span.start) if place in run_ins else None,
        )
        for place, span in enumerate(spans)
    ]


def _by_paragraph(spans: Sequence[Span], emphasis: Sequence[Emphasis]) -> list[tuple[Emphasis, ...]]:
    """The emphasis in each paragraph, in positions of that paragraph; both are in order."""
    found: list[tuple[Emphasis, ...]] = []
    place = 0
    for span in spans:
        inside = []
        while place < len(emphasis) and emphasis[place].span.start < span.end:
            marked = emphasis[place]
            inside.append(marked._replace(span=_moved(marked.span, -span.start)))
            place += 1
        found.append(tuple(inside))
    return found


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
