"""OpenAPI after emission: reading, writing, names. Knows nothing of pages, clients or commands."""
