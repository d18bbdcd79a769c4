"""Sums and means over the members of a group."""
