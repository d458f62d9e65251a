"""Where the notes of a notebook stand in the text as it is read."""

from viewer.core.anchor import locate
from viewer.core.communique import Communique
from viewer.core.notes import Note, Notebook


def notes_by_paragraph(communique: Communique, notebook: Notebook) -> dict[int, tuple[Note, ...]]:
    """The notes on each paragraph, by the paragraph's index, in the notebook's order.

    Notes on the whole document, and those whose words are not found, stand beside no paragraph.
    """
    found: dict[int, tuple[Note, ...]] = {}
    for note in notebook.notes:
        span = locate(note.anchor, communique) if note.anchor else None
        if span is not None:
            index = communique.paragraph_index_at(span.start)
            found[index] = (*found.get(index, ()), note)
    return found
