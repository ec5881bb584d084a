"""Who learned what, where and from whom."""
