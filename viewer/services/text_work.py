"""What the pool does about texts that were pasted: plain functions, so that nothing of the main thread is touched."""

from pathlib import Path
from typing import Final

from viewer.core.communique import Communique
from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError
from viewer.core.notes import Corrections
from viewer.core.structure.parse import parse
from viewer.formats.plain_text import canonical_text, source_from_text, why_not_kept
from viewer.storage.atomic import write_atomically
from viewer.storage.dictionary import word_frequency
from viewer.storage.documents import is_same_file
from viewer.storage.kept_texts import Kept, keep_text
from viewer.storage.notes_folder import NotesFolder

LARGEST: Final = 20_000_000
"""Characters of the longest text that is pasted: as long as the largest file."""
_PASTED: Final = "Pasted text"


def read_pasted(text: str) -> Communique:
    """What a pasted text is, as far as reading it tells. Raises ViewerError where it is too long."""
    if len(text) > LARGEST:
        raise ViewerError(f"The text is longer than {LARGEST:,} characters. Paste the communiqué alone.")
    return parse(source_from_text(text, _PASTED), frequency=word_frequency)


def keep(
    folder: NotesFolder, title: str, text: str, corrections: Corrections, by_hand: Corrections
) -> tuple[Kept, Corrections]:
    """Keep a text in its canonical form; the corrections to open it with come along.

    They are those `by_hand` alone where the text was kept before. Raises ViewerError.
    """
    try:
        kept = keep_text(folder, title, canonical_text(text))
    except OSError as error:
        name, reason = shown_name(str(folder.path)), error.strerror or str(error)
        way_out = "Choose another folder, or open it without keeping it."
        raise ViewerError(f"The text could not be kept in “{name}”: {reason}. {way_out}") from error
    return kept, by_hand if kept.already else corrections


def write(path: Path, text: str, own: Path | None) -> Path:
    """Write the text and give its path back. Raises ViewerError, always for the document's `own` file.

    That file may be in another encoding, and is the reader's, not the program's. A text that could not be opened again
    is not written either.
    """
    if refused := why_not_kept(text):
        raise ViewerError(refused)
    name = shown_name(str(path))
    try:
        if own is not None and is_same_file(path, own):
            raise ViewerError(f"“{name}” is the open document itself, which is never changed. Choose another name.")
        write_atomically(path, text.encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise ViewerError(f"The text could not be saved as “{name}”: {reason}. Choose another name.") from error
    return path
