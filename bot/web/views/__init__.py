"""The pages: what each shows."""
