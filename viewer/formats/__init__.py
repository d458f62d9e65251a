"""Readers of file formats: bytes to a Source."""
