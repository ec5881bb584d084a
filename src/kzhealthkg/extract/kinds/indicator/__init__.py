"""What is measured or counted: values, changes, shares, stocks."""
