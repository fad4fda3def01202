"""The operations, a module for each group."""
