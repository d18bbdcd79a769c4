"""Whether what a question says of something, or of all of a group, is so."""
