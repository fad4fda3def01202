"""The syntax of sites: turns a folder into documents of text with locations. Knows nothing of APIs."""
