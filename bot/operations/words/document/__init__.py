"""What a document says of itself, asked for by name."""
