"""Read a folder of Jekyll API documentation pages; emit an OpenAPI description and a Python client."""

__version__ = "0.1.0"
