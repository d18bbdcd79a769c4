"""The rules of a letter: what its policies give, read from sentences and tables."""
