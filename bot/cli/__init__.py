"""The commands of `dafu` for a terminal."""
