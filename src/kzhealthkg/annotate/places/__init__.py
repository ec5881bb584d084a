"""Places, and the region that an article is about."""
