"""`x-client` of the description: facts about the service as data, so that no module is written for one service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Self, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LockOut:
    """Statuses that mean "leave the service alone", and for how many seconds if the answer does not say."""

    statuses: tuple[int, ...] = ()
    seconds: float = 0


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """How a session is opened and kept open."""

    open: str
    """Operation id of the login: takes credentials, returns a token."""
    renew: str
    """Operation id of the renewal: takes a token, returns another."""
    token: str
    """Property of the answer that holds the token."""
    expires: str = ""
    """Property of the answer that holds the token's end, as a date-time."""
    lifetime: float = 3600
    renew_before: float = 300
    """Seconds before its end at which a token is renewed."""
    budget_seconds: float = 3600
    open_budget: int = 5
    """How many logins are allowed within `budget_seconds`."""
    renew_budget: int = 15
    user: str = ""
    """Property of the credentials that identifies the user. All clients of a user share lock-outs."""
    owner: str = ""
    """Property of the answer that identifies the user. A token of another user than the first is not used."""
    check: str = ""
    """Operation id of a read that every user may do; it tells a dead token from a missing permission."""
    wrong_password: str = ""
    """Regular expression for the service's message about wrong credentials."""
    wrong_password_seconds: float = 3600
    """Seconds during which wrong credentials are not sent again."""


@dataclass(frozen=True, slots=True)
class Deprecated:
    """A public name that a release removed and that still works, with a warning."""

    name: str
    """Such as `shelf.find`, `shelf.find(hall_id)`, `models.Shelf` or `models.Shelf.hall_id`."""
    since: str
    """The version that removed it."""
    now: str = ""
    """The replacement; empty if there is none."""
    word: str = ""
    """The API's name for it."""
    guessed: bool = False
    """The replacement is a guess and would send a request, so the old name raises and names it."""


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """`x-client`, the part that every client needs."""

    distribution: str
    package: str
    class_name: str
    plain: bool = False
    """The description holds no facts beyond standard OpenAPI."""
    default_environment: str = ""
    docs_url: str = ""
    """URL prefix or template of the pages, see `messages.link`; empty if the pages are not online."""
    secrets: tuple[str, ...] = ()
    """Names of properties whose values are never shown."""
    lock_out: LockOut = field(default_factory=LockOut)
    session: SessionFacts | None = None
    changes: tuple[str, ...] = ()
    """Changes of this release, in Markdown."""
    license: str = ""
    """SPDX expression of the client's licence."""
    urls: Mapping[str, str] = field(default_factory=dict)
    """Project URLs for the package index, by label."""
    deprecated: tuple[Deprecated, ...] = ()
    unclassed: ClassVar[str] = "write"
    """Class of an operation without one, if the description classes others."""

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Parse `x-client`; raises ValueError for an unknown or missing key."""
        known = dict(data)
        return read_record(cls, known, **cls.parts(known))

    @staticmethod
    def parts(known: dict[str, Any]) -> dict[str, object]:
        """Take nested records out of the mapping and parse them."""
        return {
            "class_name": known.pop("class", ""),
            "lock_out": read_record(LockOut, known.pop("lock-out", {})),
            "session": read_record(SessionFacts, known.pop("session")) if "session" in known else None,
            "deprecated": tuple(read_record(Deprecated, one) for one in known.pop("deprecated", ())),
        }


def read_record(kind: type[T], data: Mapping[str, Any], **more: object) -> T:
    """Build a record from a mapping whose keys are the field names with hyphens; raises ValueError."""
    names = {one.name.replace("_", "-"): one.name for one in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(data) - set(names))
    if unknown:
        raise ValueError(f"x-client: {', '.join(unknown)} means nothing here")
    values = {names[key]: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    try:
        return kind(**{**values, **more})
    except TypeError as error:
        raise ValueError(f"x-client: {error}") from None
