"""What changed between two descriptions: each change with its level, the reason for it and where it was written."""
