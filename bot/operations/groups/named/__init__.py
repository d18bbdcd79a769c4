"""Two or more members that a question names itself."""
