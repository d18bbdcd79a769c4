"""Figures of tables: heads, row labels, and the cells between them."""
