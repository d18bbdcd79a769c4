"""An answer as what is sent: a tree, text with tags, JSON, pictures of lines."""
