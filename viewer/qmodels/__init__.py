"""Read-only item models over the values of the core."""
