"""How amounts are written: numerals, units, ranks, and quantities made of them."""
