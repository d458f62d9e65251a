"""A disk on which one call of the system fails, falls short, or is the last that the program makes."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final
from unittest.mock import patch

ERRORS: Final = (
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EIO,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOENT,
    errno.EINTR,
    errno.EBUSY,
    errno.EMFILE,
    errno.ENAMETOOLONG,
    errno.ETIMEDOUT,
)
_CALLS = (
    *("open", "write", "read", "fsync", "close", "fstat", "stat", "lstat", "chmod", "replace", "rename", "unlink"),
    *("mkdir", "listdir", "scandir", "readlink"),
)


class Died(BaseException):
    """The program is no more: from here on the system does nothing for it."""


class FaultyDisk:
    """Counts the calls from 0, and spoils the one numbered `step`.

    With `error`, that call fails, after it took `short` bytes where it is a write; without, the program dies there.
    """

    def __init__(self, step: int, error: int | None = None, short: int = 0) -> None:
        self.calls: list[str] = []
        self._step = step
        self._error = error
        self._short = short
        self._dead = False
        self._open: set[int] = set()

    @property
    def reached(self) -> bool:
        return len(self.calls) > self._step

    @contextmanager
    def installed(self) -> Iterator[None]:
        """While this lasts, the disk is faulty. What a program that died had open is closed, as a system does."""
        real_close = os.close
        patches = [patch.object(os, name, self._through(name, getattr(os, name))) for name in _CALLS]
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 - not on Windows

            patches.append(patch.object(fcntl, "flock", self._through("flock", fcntl.flock)))
        for made in patches:
            made.start()
        try:
            yield
        finally:
            for made in patches:
                made.stop()
            if self._dead:
                for descriptor in self._open:
                    with suppress(OSError):
                        real_close(descriptor)

    def _through(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - of any function of the system
            if self._dead:
                raise Died
            self.calls.append(name)
            if len(self.calls) - 1 == self._step:
                self._spoil(name, real, arguments)
            result = real(*arguments, **options)
            if name == "open":
                self._open.add(result)
            elif name == "close":
                self._open.discard(arguments[0])
            return result

        return call

    def _spoil(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        if name == "write" and self._short:
            real(arguments[0], arguments[1][: self._short])
        if self._error is None:
            self._dead = True
            raise Died
        if name == "close":  # the system closes the file even where it reports an error
            real(*arguments)
            self._open.discard(arguments[0])
        raise OSError(self._error, os.strerror(self._error))


@contextmanager
def short_writes(size: int) -> Iterator[None]:
    """While this lasts, the system takes only a few bytes at a time."""
    write = os.write
    with patch.object(os, "write", lambda descriptor, data: write(descriptor, data[:size])):
        yield
