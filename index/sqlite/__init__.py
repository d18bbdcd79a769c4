"""The index in one SQLite file: the embedded database, nothing to set up."""
