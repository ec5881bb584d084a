"""Who went to see what."""
