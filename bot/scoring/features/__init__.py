"""What speaks for and against a candidate, by name."""
