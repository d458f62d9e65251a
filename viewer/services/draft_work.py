"""What the worker of the drafts does: nothing here is touched by the main thread while work is under way."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from viewer.core.drafts import Draft

if TYPE_CHECKING:
    from viewer.storage.drafts import DraftFile, FoundDraft
    from viewer.storage.state_folder import StateFolder

# YAML is imported inside these functions, and so in the worker: the first frame does not wait for it.
# ruff: noqa: PLC0415


class DraftOf(NamedTuple):
    """The document a draft belongs to. `path` is its file, None for a pasted text."""

    title: str
    path: Path | None
    text_sha256: str


class DraftPlace:
    """The place of one draft, which is made when it is first written. Only the worker calls its methods."""

    def __init__(self, file: "DraftFile | None" = None) -> None:
        self._file = file

    def write(self, state: "StateFolder", draft: Draft, of: DraftOf) -> None:
        from viewer.storage.drafts import begin_draft, write_draft

        if self._file is None:
            self._file = begin_draft(state.drafts())
        write_draft(self._file, draft, *of)

    def remove(self) -> None:
        from viewer.storage.drafts import remove_draft

        if self._file is not None:
            file, self._file = self._file, None
            remove_draft(file)

    def release(self) -> None:
        from viewer.storage.drafts import release_draft

        if self._file is not None:
            file, self._file = self._file, None
            release_draft(file)


def look_for_drafts(state: "StateFolder", of: DraftOf) -> "list[FoundDraft]":
    from viewer.storage.drafts import find_drafts

    return find_drafts(state.drafts(), of.path, of.text_sha256)
