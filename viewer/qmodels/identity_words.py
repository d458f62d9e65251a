"""What is said of where the identity of a communiqué comes from."""

from typing import Final

from viewer.core.communique import Communique, Evidence

RULES: Final = {
    "address-in-note": "From a note that gives the address",
    "adopted-in-title": "From the title, which says when it was adopted",
    "body-that-met": "From the title, which says who met",
    "chair": "From the words that say who was in the chair",
    "city-in-dateline": "From the city named in the dateline",
    "commonest-words": "From the commonest words of the text, which are English",
    "date-at-the-head": "From the date at the head of the text or in its opening",
    "date-of-meeting": "From the opening, which says when they met",
    "dateline": "From the dateline",
    "first-line": "From the lines at the head of the text",
    "issued-by": "From the title, which says who issued it",
    "kind-alone": "From the head of the text, which says only what it is",
    "kind-and-line-below": "From the line that says what it is and the one below it",
    "kind-named": "From the words that name the kind of document",
    "line-below-the-kind": "From the line below the kind of document",
    "line-below-title": "From the line below the title",
    "line-that-names-the-document": "From the line that names the document",
    "meeting-and-kind": "From the line of the meeting and that of the kind of document",
    "place-at-the-head": "From the place named at the head of the text",
    "place-in-title": "From the title, which says where",
    "place-of-meeting": "From the words that say where they met",
    "release-note": "From the notes around the text",
    "release-of-yesterday": "From the dateline, and a note that it was issued the day before",
    "run-in-dateline": "From the place and day that open the report",
    "running-head": "From the running head of the pages",
    "states-in-title": "From the states named in the title",
    "states-of-those-who-met": "From the states of the people in the opening",
    "subject-of-resolution": "From the line that gives the resolution's number and subject",
    "title": "From the title",
    "title-in-note": "From a note that gives the title",
}
"""In words of the reader's, by each rule of `core/structure/identity`, `titles` and `core/named_identity`."""
_SOMEWHERE: Final = "From the text"
_WORDS_SHOWN: Final = 90
"""Code points of the words that set a rule off; the text itself has the whole."""


def source_of(communique: Communique, why: Evidence | None) -> str:
    """Where in the text a value of the identity comes from, with the words there."""
    if why is None:
        return _SOMEWHERE
    words = " ".join(communique.words(why.span).split()) if why.span else ""
    shown = f": “{words[:_WORDS_SHOWN]}{'…' * (len(words) > _WORDS_SHOWN)}”" if words else ""
    return f"{RULES.get(why.rule, _SOMEWHERE)}{shown}"
