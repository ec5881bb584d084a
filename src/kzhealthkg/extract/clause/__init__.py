"""A clause and its grammar: what stands in it, what governs what, how far its event has got."""
