"""Questions that ask for several things at once, taken apart."""
