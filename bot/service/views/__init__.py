"""What is looked at beside answers: letters leafed through, lists, histories, examples."""
