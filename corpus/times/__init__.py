"""How times are written: days, periods and the spans that they are."""
