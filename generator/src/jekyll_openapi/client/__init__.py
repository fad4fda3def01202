"""The client package: openapi-python-client, completed by a facade and the run-time modules."""
