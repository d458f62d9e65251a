"""Finds the parts of a widget that a test looks at."""

from typing import TypeVar

from PySide6.QtCore import QObject

Part = TypeVar("Part", bound=QObject)


def part_of(whole: QObject, kind: type[Part]) -> Part:
    """The first part of a kind; fails where there is none."""
    found = whole.findChild(kind)
    assert found is not None
    return found
