"""Emission: the API becomes an OpenAPI description."""
