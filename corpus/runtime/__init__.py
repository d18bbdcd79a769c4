"""What the standard library does too slowly or not at all for records made by the thousand."""
