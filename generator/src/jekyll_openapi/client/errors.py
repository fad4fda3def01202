"""The error that says why no client was written."""


class ClientError(Exception):
    """The client was not made, and nothing was written."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems
        """One line each."""
