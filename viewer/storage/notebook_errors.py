"""What can go wrong with a file of notes, in words for the reader."""

import errno
from pathlib import Path

from viewer.core.errors import ViewerError
from viewer.storage.notebook_file import NotebookFile

_REASONS = {
    errno.ENOSPC: "the disk is full. Make room, then try again.",
    errno.EDQUOT: "your share of the disk is used up. Make room, then try again.",
    errno.EACCES: "the permissions forbid it. Change them, or choose another notes folder.",
    errno.EPERM: "the permissions forbid it. Change them, or choose another notes folder.",
    errno.EROFS: "the disk can only be read. Choose another notes folder.",
    errno.EIO: "the disk reports an error. Choose a notes folder on another disk.",
    errno.ENOENT: "the folder is not there. Bring its disk back, or choose another notes folder.",
    errno.ENOTDIR: "a part of its path is a file, not a folder. Choose another notes folder.",
    errno.EEXIST: "a file stands where the folder should be. Choose another notes folder.",
    errno.EISDIR: "a folder stands in its place. Move that folder away.",
    errno.EINVAL: "something that is no file stands in its place. Move it away.",
    errno.ENODEV: "something that is no file stands in its place. Move it away.",
    errno.EMLINK: "it has a second name, a hard link, which would be parted from it. Remove one of the two names.",
    errno.ETIMEDOUT: "another program has been writing them for ten seconds. Try again.",
    errno.EFBIG: "it is larger than 16 MB. Move notes you no longer need to another file.",
}


class UnreadableNotebookError(ViewerError):
    """The file that holds a document's notes cannot be read, so nothing may be written over it."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path


class SeveralNotebooksError(ViewerError):
    """More than one file holds notes on the document: to take one of them would hide the notes in the others."""


class ChangedOutsideError(ViewerError):
    """The file is not the one that was read or written last."""


class NotSavedError(ViewerError):
    """Saving failed. `file` is what to save to at the next try: the disk may have got further than the error tells."""

    def __init__(self, file: NotebookFile, message: str) -> None:
        super().__init__(message)
        self.file = file


def reason_of(error: OSError) -> str:
    """Why the disk refused, and what the reader can do."""
    return _REASONS.get(error.errno or 0, f"the system says: {error.strerror}.")
