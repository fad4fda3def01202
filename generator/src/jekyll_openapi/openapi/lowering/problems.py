"""What can be said of a description while it is lowered."""

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.pointers import Pointer
from jekyll_openapi.records import dataclass


class DescriptionError(Exception):
    """The document is not a description that could be used at all."""

    def __init__(self, pointer: Pointer, message: str) -> None:
        super().__init__(f"{pointer}: {message}")
        self.pointer = pointer
        self.message = message


class ImpossibleError(Exception):
    """A part that cannot be lowered, and every operation that needs it neither."""

    def __init__(self, pointer: Pointer, reason: str) -> None:
        super().__init__(f"{pointer}: {reason}")
        self.pointer = pointer
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Remark:
    """A place of the description, and what is to be said of it."""

    pointer: Pointer
    reason: str


@dataclass(frozen=True, slots=True)
class Lowered:
    """A description in which everything is simple."""

    document: Json
    left_out: tuple[Remark, ...]
    """The operations that could not be lowered, each with the reason."""
    notes: tuple[Remark, ...]
    """What was left away or read with a pinch of salt."""
