"""When an amount is of, where its own clause does not say."""
