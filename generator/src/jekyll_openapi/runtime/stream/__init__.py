"""The service's web sockets: live tables of entities, market data, replay, and requests over a socket."""
