"""Who told whom to do what."""
