"""Tooltips from the text of a document: shown word for word, whatever mark-up or unseen characters it holds."""

from viewer.core.display_names import shown_name


def tooltip(*lines: str) -> str:
    """The lines as rich text with their mark-up escaped: Qt would guess plain text to be rich."""
    from html import escape  # noqa: PLC0415 - a sidebar is filled before anything is pointed at

    return f"<div>{'<br>'.join(escape(shown_name(line)) for line in lines if line)}</div>" if any(lines) else ""
