"""What was bought, given or is lacking."""
