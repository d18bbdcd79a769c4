"""Where a text says what a figure is labelled with."""
