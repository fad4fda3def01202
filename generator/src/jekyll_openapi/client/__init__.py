"""Generates the Python client: groups, models and README, plus the shipped runtime modules."""
