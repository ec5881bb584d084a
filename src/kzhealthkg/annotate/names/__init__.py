"""Personal names and their parts."""
