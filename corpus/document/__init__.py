"""What a document says of itself, and what is said of it outside its text."""
