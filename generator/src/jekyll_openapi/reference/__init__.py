"""The reference page: the spec and the findings as one HTML file for people."""
