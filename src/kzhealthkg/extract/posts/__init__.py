"""Who holds, takes and leaves which office."""
