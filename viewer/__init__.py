"""Communiqué: a desktop reference viewer for diplomatic communiqués."""

__version__ = "0.1.0"
