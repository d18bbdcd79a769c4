"""Documents of Word, WPS and the like."""
