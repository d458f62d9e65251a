"""What the pool does about texts that were pasted: a plain function, so that nothing of the main thread is touched."""

from viewer.core.display_names import shown_name
from viewer.core.errors import ViewerError
from viewer.core.notes import Corrections
from viewer.formats.plain_text import canonical_text
from viewer.storage.kept_texts import Kept, keep_text
from viewer.storage.notes_folder import NotesFolder


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
