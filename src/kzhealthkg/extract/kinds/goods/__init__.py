"""Goods and who receives them: how things bought, given and installed are named."""
