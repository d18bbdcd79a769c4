"""Checks of printed figures against each other, by the intervals that rounding leaves."""
