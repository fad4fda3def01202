"""Meaning: documents become the API, with operations, schemas, rules and how each is known."""
