"""Passages found by words, by meaning and by their figures."""
