"""Words of a question met by words of a figure."""
