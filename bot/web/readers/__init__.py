"""Who reads the pages, and who may."""
