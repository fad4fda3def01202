"""Decides what pages mean: turns documents into an `Api` of operations, schemas and rules, each with its provenance."""
