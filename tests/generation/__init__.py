"""The parts of tests/generate.py: vocabulary, prose, styles, damage, and the truth of what was written."""
