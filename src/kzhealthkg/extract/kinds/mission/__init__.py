"""Teams and medical trains on their way to the people."""
