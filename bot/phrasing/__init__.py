"""What is said: replies, headlines, statements, clauses and quotations."""
