"""A text while it is written: its blocks in order, and the truth of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generation.truth import TrueParagraph, TrueSection

_RUN_IN_RANK = 9  # below every heading


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a line of a web page that is none ("folded")."""

    kind: str
    text: str  # as it reads
    markup: str = ""  # as printed, where that differs
    mark: int | None = None  # the number printed before it
    rank: int = 0  # of headings, on any scale; of items, their nesting from 1
    tight: bool = False  # no blank line before it
    indent: int = 0  # columns
    run_in: str = ""

    @property
    def printed(self) -> str:
        return self.markup or self.text


@dataclass(slots=True)
class Draft:
    """Collects blocks, numbers paragraphs, and remembers what the text has said of itself."""

    mark: str = ""  # how a number is printed, as "{}. "; empty where paragraphs are not numbered
    count: int = 0  # the last number printed
    length: int = 0  # characters, about
    numbered: bool = False
    blocks: list[Block] = field(default_factory=list)
    identity: dict[str, str | None] = field(default_factory=lambda: dict.fromkeys(("title", "date", "place", "kind")))

    def add(self, block: Block) -> None:
        self.blocks.append(block)
        self.length += len(block.printed) + 2

    def heading(self, text: str, rank: int, markup: str = "") -> None:
        self.add(Block("heading", text, markup, rank=rank))

    def body(self, text: str, markup: str = "", run_in: str = "") -> None:
        """A paragraph, with the next number where the text numbers its paragraphs."""
        if not self.mark:
            self.add(Block("body", text, markup, run_in=run_in))
            return
        self.count += 1
        self.numbered = True
        mark = self.mark.format(self.count)
        self.add(Block("body", mark + text, mark + markup if markup else "", self.count, run_in=run_in))

    def unnumbered(self, text: str, markup: str = "") -> None:
        self.add(Block("body", text, markup))

    def note(self, text: str, *, tight: bool = False) -> None:
        self.add(Block("note", text, tight=tight))

    def capitals(self) -> None:
        """Print all that is written so far in capitals."""
        self.blocks = [replace(block, text=block.text.upper(), markup=block.markup.upper()) for block in self.blocks]
        if title := self.identity["title"]:
            self.identity["title"] = title.upper()

    def paragraphs(self) -> tuple[TrueParagraph, ...]:
        ranks = self._levels()
        numbers = self._printed_numbers() if self.numbered else self._counted()
        return tuple(
            TrueParagraph(block.kind, block.text, number, ranks[block.rank] if block.kind == "heading" else block.rank)
            for block, number in zip(self._true_blocks(), numbers, strict=True)
        )

    def sections(self) -> tuple[TrueSection, ...]:
        ranks = self._levels()
        return tuple(
            TrueSection(block.run_in or block.text, ranks[_RUN_IN_RANK if block.run_in else block.rank], index)
            for index, block in enumerate(self._true_blocks())
            if block.run_in or block.kind == "heading"
        )

    def folded(self) -> tuple[str, ...]:
        return tuple(block.printed for block in self.blocks if block.kind == "folded")

    def _true_blocks(self) -> list[Block]:
        return [block for block in self.blocks if block.kind != "folded"]

    def _levels(self) -> dict[int, int]:
        ranks = {block.rank for block in self.blocks if block.kind == "heading"}
        ranks |= {_RUN_IN_RANK for block in self.blocks if block.run_in}
        return {rank: level for level, rank in enumerate(sorted(ranks), 1)}

    def _printed_numbers(self) -> Iterator[int | None]:
        current: int | None = None
        for block in self._true_blocks():
            if block.kind == "heading":
                current = None
            elif block.mark is not None:
                current = block.mark
            yield current if block.kind in ("body", "item") else None

    def _counted(self) -> Iterator[int | None]:
        count = 0
        for block in self._true_blocks():
            counts = block.kind in ("body", "item")
            count += counts
            yield count if counts else None
