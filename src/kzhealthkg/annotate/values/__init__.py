"""Numbers, money, percents and dates."""
