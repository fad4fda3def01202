"""The error for a client that cannot be generated."""


class ClientError(Exception):
    """The client was not generated; nothing was written."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems
        """One line per problem."""
