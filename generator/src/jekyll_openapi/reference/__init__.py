"""The reference page: description and findings as a single HTML file for people."""
