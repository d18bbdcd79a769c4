"""What is worked out of the values of several times."""
