"""The one exception whose text is fit to show to the reader."""


class ViewerError(Exception):
    """Says what happened, to which file, and what the reader can do."""
