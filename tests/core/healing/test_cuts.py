"""Sentences that a page break or blank lines cut in two."""

import pytest

from viewer.core.source import Source
from viewer.core.structure.parse import parse

LONG = "will convene a meeting of experts on the demarcation of the common boundary before the end of the coming year."
FRONT = ("Joint Statement", "Port Verde, 3 May 1977", "The ministers met.", "They agreed.", "They were content.")


def healed(*parts: str, between: str = "\n\n- 2 -\n\n") -> list[str]:
    """How the last paragraphs read that these parts make, after a front that says what is no title any more."""
    text = "\n\n".join((*FRONT, between.join(parts)))
    return parse(Source(text, "test")).text.split("\n")[len(FRONT) :]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Boundary Commission, chaired by Ambassador Emil", f"L. Linvek (Lowland), {LONG}"),
        ("2) The Secretariat, which was chaired by Dr. Aroldo", f"Vekdri (Lowland), {LONG}"),
        (
            "Relations between the two states have developed steadily since",
            f"1992, when a commission was set up. It {LONG}",
        ),
        ("1. The ministers welcomed the signature, on September", f"15, 2008, of the agreement. The commission {LONG}"),
        ("They thanked the Upland Forum for its help and that of the U.S.", f"and the commission, which {LONG}"),
        (
            "The parties met in Port Verde in June 1977. Then they considered the reduction of the tariffs on timber,",
            f"confidence-building measures and trade, and {LONG}",
        ),
        ("3. Relations between Lowland", f"and the Republic of Upland were reviewed by a commission, which {LONG}"),
    ],
)
def test_a_cut_sentence_is_joined(before: str, after: str) -> None:
    assert healed(before, after) == [f"{before} {after}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Convinced that the parties can settle their differences by peaceful means,", "Have agreed as follows:"),
        ("Decides to put trade between the members on a firm footing,", "Condemns all attempts to hinder it,"),
        ("Recalling the work of the commission since the last session,", "Hereby declare:"),
        (f"The Boundary Commission {LONG.rstrip('.')} in the town of Oriel", "PREPARATION OF THE NEXT CONFERENCE"),
        ("Relations with the United Nations and the Council", f"The Boundary Commission {LONG}"),
        ("- the Minister of Fisheries and the Director of Fisheries of Lowland", f"The Boundary Commission {LONG}"),
    ],
)
def test_what_begins_anew_on_the_next_page_is_not_joined(before: str, after: str) -> None:
    assert healed(before, after) == [before, after]


def test_a_paragraph_that_ends_in_a_function_word_goes_on_below_blank_lines() -> None:
    before = "Having heard the report of the commission on the year, the"
    assert healed(before, f"Boundary Commission {LONG}", between="\n\n") == [f"{before} Boundary Commission {LONG}"]


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph_at_the_page() -> None:
    text = (
        "1. The ministers of the member states met in Port Verde on 3 May 1977 and\n"
        "reviewed the work of the association since their last session. They took\n"
        "note of the report of the secretary, which was to be published for those\n"
        "who might ask for it, and agreed to meet again, in principle\n"
    )
    assert len(healed(text, "The ministers of the host country thanked all those who had come for the\ntalks.")) == 2


def test_a_heading_at_the_top_of_a_page_stands_alone() -> None:
    text = "\n\n".join(
        (*FRONT, "1. They agreed:\n(a) to meet again;\n(b) to part.\nPage 2\nTerrorism", f"The council {LONG}")
    )
    kinds = {
        parsed.text[p.span.start : p.span.end]: p.kind.value
        for parsed in [parse(Source(text, "x"))]
        for p in parsed.paragraphs
    }
    assert kinds["Terrorism"] == "heading"


def test_a_series_that_runs_in_a_sentence_goes_on_after_its_last_and() -> None:
    before = "The talks were attended by Mrs. I. Gopaen, President; Mr. A. Paka, Minister of Fisheries; and"
    assert healed(before, f"Mr. Viktor Driran. He {LONG}") == [f"{before} Mr. Viktor Driran. He {LONG}"]
