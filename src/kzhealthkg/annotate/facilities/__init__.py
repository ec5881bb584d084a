"""Health facilities."""
