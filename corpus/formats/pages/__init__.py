"""What formats of laid-out pages have in common: letters in places, put together to lines, tables and a text."""
