"""What one printed figure implies."""
