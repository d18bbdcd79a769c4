"""Formats: each reads files of one kind to a document of the same structure."""
