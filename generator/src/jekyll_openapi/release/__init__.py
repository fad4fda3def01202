"""Releases: which version comes next, what is said about it, what keeps old names alive, and what is handed out."""
