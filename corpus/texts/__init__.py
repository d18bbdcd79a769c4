"""A document's text cut into what is read: lines, sentences, headings, tables."""
