"""Staff: who is there, who came, who is lacking."""
