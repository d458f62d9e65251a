"""What each paragraph is, which number and level it has, and what the text says of itself."""
