"""Analysis off the main thread: the recogniser is built at the first text, and anew when the reader adds names."""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from viewer.core.communique import Communique

if TYPE_CHECKING:
    from viewer.core.entities.pipeline import Recogniser


class Analyst:
    """Analyses a communiqué in two steps, names first. Safe to use from several threads."""

    def __init__(self, cache_folder: Path, own_folder: Path) -> None:
        self._cache_folder, self._own_folder = cache_folder, own_folder
        self._recogniser: Recogniser | None = None
        self._stamp: tuple[object, ...] = ()
        self._building = Lock()
        self.mistakes: tuple[str, ...] = ()
        """What is wrong with the reader's own gazetteers, as far as they had to be left out."""

    def find_names(self, communique: Communique) -> Communique:
        """The communiqué with its entities. Raises ViewerError where a gazetteer cannot be read."""
        from viewer.core.analysis import with_names  # noqa: PLC0415 - nothing of this before the first painted frame

        return with_names(communique, self._ready())

    @staticmethod
    def outline(communique: Communique) -> Communique:
        """The communiqué with its sections and what is suspected in it, once its names are found."""
        from viewer.core.analysis import with_sections  # noqa: PLC0415 - as above
        from viewer.core.suspicions import with_suspicions  # noqa: PLC0415 - as above
        from viewer.storage.dictionary import word_frequency  # noqa: PLC0415 - as above

        return with_suspicions(with_sections(communique), word_frequency)

    def _ready(self) -> "Recogniser":
        from viewer.core.entities.pipeline import Recogniser  # noqa: PLC0415 - as above
        from viewer.storage.gazetteers import load_lexicon, stamp_of  # noqa: PLC0415 - as above

        with self._building:
            stamp = stamp_of(self._own_folder)
            if self._recogniser is None or stamp != self._stamp:
                lexicon, self.mistakes = load_lexicon(self._cache_folder, self._own_folder)
                self._recogniser, self._stamp = Recogniser(lexicon), stamp
            return self._recogniser
