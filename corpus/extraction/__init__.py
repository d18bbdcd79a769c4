"""Figures of a letter: every quantity with what it is of, from prose and from tables."""
