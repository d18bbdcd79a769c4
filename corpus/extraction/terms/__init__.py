"""On what terms an amount is told: planned or done, of which budget, against which base."""
