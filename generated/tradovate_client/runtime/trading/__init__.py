"""Additions for services that take orders: order tags, unknown outcomes, reconciliation, sessions, a fake exchange."""
