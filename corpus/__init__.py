"""Documents read into passages, figures and remarks."""
