"""Emits the `Api` as OpenAPI and AsyncAPI, and applies hand-written corrections."""
