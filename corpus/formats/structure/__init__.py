"""What readers of all formats have in common."""
