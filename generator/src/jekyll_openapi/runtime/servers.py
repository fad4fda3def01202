"""The servers of a description, by the names under which a caller chooses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

LIVE = re.compile(r"(?<![a-z])(live|prod|production)(?![a-z])", re.IGNORECASE)
LONGEST = 40
_VARIABLE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Server:
    """A server URL or URL template."""

    template: str
    """The URL, which may contain `{variables}`."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Default of each variable."""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Allowed values of a variable, if they are stated."""
    is_live: bool = False
    """Whether its name or description says live or production."""

    @property
    def is_whole(self) -> bool:
        """Whether the URL includes a host."""
        return self.template.startswith(("https://", "http://"))

    def url(self, given: Mapping[str, str] | None = None) -> str:
        """The URL with its variables filled in; raises ValueError for an unknown variable or value."""
        for name, value in (given or {}).items():
            if name not in self.variables:
                known = ", ".join(self.variables) or "none"
                raise ValueError(f"there is no server variable {name!r}; known are: {known}")
            if name in self.values and value not in self.values[name]:
                raise ValueError(
                    f"server variable {name!r} must be one of {', '.join(self.values[name])}, got {value!r}"
                )
        filled = {**self.variables, **(given or {})}
        return _VARIABLE.sub(lambda match: filled.get(match[1], match[0]), self.template).rstrip("/")


def read_servers(data: Iterable[Mapping[str, Any]]) -> Mapping[str, Server]:
    """Servers by name: the stated environment, else a short description, else the URL."""
    found: dict[str, Server] = {}
    for one in data:
        variables = one.get("variables", {})
        words = f"{one.get('x-environment', '')} {one.get('name', '')} {one.get('description', '')} {one['url']}"
        server = Server(
            one["url"],
            {name: str(each.get("default", "")) for name, each in variables.items()},
            {name: tuple(map(str, each["enum"])) for name, each in variables.items() if each.get("enum")},
            is_live=bool(LIVE.search(words)),
        )
        name = _name(one)
        found[one["url"] if name in found else name] = server
    return found


def default_server(servers: Mapping[str, Server]) -> str:
    """The first with a host that is not live; empty if the caller has to choose."""
    return next((name for name, one in servers.items() if one.is_whole and not one.is_live), "")


def _name(data: Mapping[str, Any]) -> str:
    stated = data.get("x-environment") or data.get("name")
    text = " ".join(str(data.get("description", "")).split())
    return str(stated) if stated else text if 0 < len(text) <= LONGEST else str(data["url"])
