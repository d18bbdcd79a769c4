"""What can be done for a question; each operation proposes a reply or None."""
