"""What a client needs whose service takes orders: identity, doubts, tickets, refusals, and a session that heals."""
