"""Problems that lowering a description can encounter."""

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.pointers import Pointer
from jekyll_openapi.records import dataclass


class DescriptionError(Exception):
    """The document is not a usable description."""

    def __init__(self, pointer: Pointer, message: str) -> None:
        super().__init__(f"{pointer}: {message}")
        self.pointer = pointer
        self.message = message


class ImpossibleError(Exception):
    """A part cannot be lowered; operations that need it are left out."""

    def __init__(self, pointer: Pointer, reason: str) -> None:
        super().__init__(f"{pointer}: {reason}")
        self.pointer = pointer
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark about a place in the description."""

    pointer: Pointer
    reason: str


@dataclass(frozen=True, slots=True)
class Lowered:
    """A lowered description."""

    document: Json
    left_out: tuple[Remark, ...]
    """Operations that could not be lowered, with the reason."""
    notes: tuple[Remark, ...]
    """Parts that were ignored or interpreted leniently."""
