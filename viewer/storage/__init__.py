"""The disk: documents read, notes written, resources found. Knows no Qt."""
