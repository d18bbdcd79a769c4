"""Things that a text lists, names and counts."""
