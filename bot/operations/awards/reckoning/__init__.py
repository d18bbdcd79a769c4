"""What a rule gives for an amount."""
