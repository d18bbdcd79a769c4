"""Charts: which figures they show, and how they are drawn."""
