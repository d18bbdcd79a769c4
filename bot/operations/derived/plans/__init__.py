"""What of a plan is done, reached or left."""
