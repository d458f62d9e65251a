"""Pure values and functions: no Qt, no disk, no YAML; time and randomness are passed in."""
