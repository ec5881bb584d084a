"""One statement an article: which drafts say the same thing."""
