"""Which rule a question or a person's own case means."""
