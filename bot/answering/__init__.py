"""What is asked for, found in the letters and put into words."""
