"""The root of all that ends a command with one line: a module of its own, since each command loads it as it starts."""


class UnusableError(Exception):
    """What was asked for cannot be done; says why, and where."""
