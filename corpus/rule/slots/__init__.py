"""What is said of an award: conditions, caps, how long, whom it is for."""
