"""The addresses of sockets that pages write: `wss://stream.example.com/v1/websocket`."""

import re
from collections.abc import Iterable

from jekyll_openapi.api.model import SocketAddress, stated
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Page
from jekyll_openapi.patterns import regex

_ADDRESS = regex(
    r"\bwss?://(?>(?P<host>[A-Za-z\d.-]+\.[A-Za-z]{2,}(?::\d+)?)(?P<path>(?:/[\w.~-]+)*)/?)(?![\w{$<%\[])",
    needs=("ws://", "wss://"),
)
_PLACEHOLDER = regex(
    r"(?:.+\.)?(?:example\.(?:com|net|org)|localdomain)(?::\d+)?", re.IGNORECASE, needs=("example.", "localdomain")
)


def socket_addresses(pages: Iterable[Page]) -> tuple[SocketAddress, ...]:
    """Each address once, where it is written first; one with holes and one of nobody is none."""
    found: dict[str, SocketAddress] = {}
    for page in pages:
        for index, line in enumerate(page.rendered.split("\n")):
            for each in _ADDRESS.finditer(line):
                url = each[0].rstrip("/.")
                if not _PLACEHOLDER.fullmatch(each["host"]):
                    number = page.line_numbers[index] if index < len(page.line_numbers) else index + 1
                    found.setdefault(url, SocketAddress(url, stated(Location(page.path, number))))
    return tuple(found.values())
