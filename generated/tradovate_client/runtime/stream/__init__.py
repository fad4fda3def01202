"""The socket side of the service: live tables of entities, market data, replay, and requests over one connection."""
