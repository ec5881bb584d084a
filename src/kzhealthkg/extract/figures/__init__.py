"""What figures say: what they count or measure, at what rate, of whom."""
