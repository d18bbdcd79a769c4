"""What of the letters meets a question: figures as cards, queries, words met, the letters looked into."""
