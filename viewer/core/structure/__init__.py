"""How a source becomes paragraphs: healing, mark-up, the kind of each paragraph, what the text says of itself."""
