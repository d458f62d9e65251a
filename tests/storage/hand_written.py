"""A notes file as a person may write it."""

BY_HAND = """\
# My notes on Astana.
format: 1   # the only number
document:
    title: Astana   # as printed
    id: d-1
    path: ''
    text_sha256: "00"

notes:
# The first that I wrote.
- id: n-1   # keep
  body: Who was in the chair?
  x_mood: curious   # of another program

  # About the place.
- id: "n-2"
  scope: document
  tags: [place, "Kazakhstan"]   # two
  anchor: {start: 4, end: 9, exact: "third"}
  # What I think:
  body: |
    It was in Astana.

    # no comment

- id: n-3
  body: "short"
# The end.
links:   # of another program
- one
"""
