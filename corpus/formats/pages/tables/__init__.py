"""Tables on laid-out pages, with rules between their cells or without."""
