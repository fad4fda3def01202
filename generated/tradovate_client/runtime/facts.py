"""What the spec says about the service as a whole, under `x-client`: data, so that no module has to know a service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Self, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LockOut:
    """When the service has to be left alone, and how long where the answer does not say it."""

    statuses: tuple[int, ...] = ()
    seconds: float = 0


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """How a session is opened and kept open."""

    open: str
    """The operation that takes credentials and gives a token."""
    renew: str
    """The operation that takes a token and gives another."""
    token: str
    """The property of the answer that holds the token."""
    expires: str = ""
    """The property of the answer that says when the token ends."""
    lifetime: float = 3600
    renew_before: float = 300
    """How many seconds before its end a token is renewed."""
    budget_seconds: float = 3600
    open_budget: int = 5
    """How often a session may be opened in that time."""
    renew_budget: int = 15
    user: str = ""
    """The property of the credentials that says whose they are; all clients of one user share a lock-out."""
    check: str = ""
    """A read that anyone may do: it tells a dead token from a missing permission."""
    wrong_password: str = ""
    """A pattern of the text by which the service says that the credentials are wrong."""
    wrong_password_seconds: float = 3600
    """How long such credentials are not sent again."""


@dataclass(frozen=True, slots=True)
class Deprecated:
    """A public name that a release has taken away, and that is kept for those who still use it."""

    name: str
    """`shelf.find`, `shelf.find(hall_id)`, `models.Shelf`, `models.Shelf.hall_id`."""
    since: str
    """The version that took it away."""
    now: str = ""
    """The name to use; empty where nothing takes its place."""
    word: str = ""
    """What the API called it."""
    guessed: bool = False
    """A request would be sent on the conclusion that `now` means the same, so the old name only says what to use."""


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """`x-client` of the spec, as far as every client needs it."""

    distribution: str
    package: str
    class_name: str
    plain: bool = False
    """The description says nothing of the service beyond what OpenAPI has words for."""
    default_environment: str = ""
    docs_url: str = ""
    """Where the pages can be opened, as `messages.link` reads it; empty where nobody says it."""
    secrets: tuple[str, ...] = ()
    """Properties that are never shown."""
    lock_out: LockOut = field(default_factory=LockOut)
    session: SessionFacts | None = None
    changes: tuple[str, ...] = ()
    """What the release changed, in Markdown."""
    license: str = ""
    """The licence of the client, as SPDX writes it."""
    urls: Mapping[str, str] = field(default_factory=dict)
    """Addresses that an index of packages shows, by what they are."""
    deprecated: tuple[Deprecated, ...] = ()
    unclassed: ClassVar[str] = "write"
    """The class of an operation that has none, where the description classes them."""

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """`x-client`, read; ValueError names a key that means nothing or is missing."""
        known = dict(data)
        return read_record(cls, known, **cls.parts(known))

    @staticmethod
    def parts(known: dict[str, Any]) -> dict[str, object]:
        """What is a record of its own, taken out of the mapping."""
        return {
            "class_name": known.pop("class", ""),
            "lock_out": read_record(LockOut, known.pop("lock-out", {})),
            "session": read_record(SessionFacts, known.pop("session")) if "session" in known else None,
            "deprecated": tuple(read_record(Deprecated, one) for one in known.pop("deprecated", ())),
        }


def read_record(kind: type[T], data: Mapping[str, Any], **more: object) -> T:
    """A record from a mapping whose keys are the field names with hyphens."""
    names = {one.name.replace("_", "-"): one.name for one in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(data) - set(names))
    if unknown:
        raise ValueError(f"x-client: {', '.join(unknown)} means nothing here")
    values = {names[key]: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    try:
        return kind(**{**values, **more})
    except TypeError as error:
        raise ValueError(f"x-client: {error}") from None
