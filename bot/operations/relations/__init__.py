"""What two or three figures of one sentence tell together: what is left, the rest, a mean, the time before, the other side."""
