"""One test module per module, plus properties, golden files and whole runs."""
