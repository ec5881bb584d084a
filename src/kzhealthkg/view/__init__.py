"""Rows become tables and result files; the graph becomes networkx, pictures and graph files."""
