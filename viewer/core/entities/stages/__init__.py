"""The stages of recognition, and the grammar they share."""
