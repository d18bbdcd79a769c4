"""What is stored of a letter, and read of it again."""
