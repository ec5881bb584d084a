"""Money given or planned: whose, for what, and its parts."""
