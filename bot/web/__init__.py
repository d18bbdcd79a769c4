"""The same answers in a browser: a chat page, the letters with their evidence marked, JSON for other programs."""
