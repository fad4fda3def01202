"""The base class of errors that end a command with one line; a separate module because every command imports it."""


class UnusableError(Exception):
    """The request cannot be carried out; the message says why and where."""
