"""The open knowledge graph of Kazakhstan's health system, read out of the news."""
