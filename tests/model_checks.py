"""What tests ask of pytest-qt's `qtmodeltester`, which has no types of its own."""

from typing import Protocol

from PySide6.QtCore import QAbstractItemModel


class ModelChecks(Protocol):
    def check(self, model: QAbstractItemModel) -> None: ...
