"""Rows of the client: what a bot feels, measured inside the process."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from bench.generator_rows import PROGRAMS, SPEC
from bench.harness import Command, MissingPeerError, Row, compare_in_turn, compare_printed, or_missing, printed, python


def program(name: str, *arguments: str | Path) -> Command:
    """One of `programs`."""
    return python(PROGRAMS / f"{name}.py", *arguments)


def compared(name: str, ours: Command, package: str, other: Command, target: float | None) -> Row:
    """The row, where the package is installed."""

    def measure() -> Row:
        if find_spec(package) is None:
            raise MissingPeerError(package)
        return compare_printed(name, ours, other, target)

    return or_missing(name, target, measure)


def the_import(_site: Path, _folder: Path) -> Iterator[Row]:
    """Import, and a check of a body."""
    httpx = program("import_time", "httpx")
    for what in ("tradovate_client", "tradovate_client:Tradovate"):
        yield compare_printed(f"import {what} / import httpx", program("import_time", what), httpx, 1.5)
    ours, other = (program("check", validator) for validator in ("client", "jsonschema"))
    yield compare_printed("check of a placeOCO body / jsonschema", ours, other, 0.1)


def the_calls(_site: Path, _folder: Path) -> Iterator[Row]:
    """One call after the other, and a hundred at once."""
    for part, which, target in (("0.5", "median", 1.15), ("cpu", "processor time", 1.15), ("0.99", "p99", None)):
        for who, when in (("client", "on loopback"), ("old", "after 1,000 renewals")):
            yield compare_in_turn(f"placeOCO {when} / bare httpx, {which}", program("place", who, part), target)
    httpx, own, alone = (program("at_once", what) for what in ("httpx", "aiohttp", "bare-aiohttp"))
    yield compared("100 calls at once over aiohttp / bare httpx", own, "httpx_aiohttp", httpx, 0.33)
    yield compared("100 calls at once over aiohttp / bare aiohttp", own, "aiohttp", alone, None)
    yield compare_printed("100 calls at once over httpx / bare httpx", program("at_once", "client"), httpx, None)
    for name, at in (("file descriptors", 0), ("memory", 1)):
        left = float(program("endure").run().printed.split()[at])
        yield Row(f"10,000 calls leave behind: {name}", left, (0, 1)[at], ("", "MB")[at])


def the_lists(_site: Path, _folder: Path) -> Iterator[Row]:
    """A list of 1,000 orders: as documented, with more, of wrong shape; and how others read it."""
    ours = program("orders", "client")
    yield compare_printed("1,000 orders / json.loads and stock from_dict", ours, program("orders", "stock", SPEC), 1.2)
    yield compare_printed("1,000 orders with an unknown property / without", program("orders", "drift"), ours, 1.3)
    yield compare_printed("1,000 orders with wrong values / without", program("orders", "wrong"), ours, 2)
    yield compare_printed("1,000 orders of a wrong shape / without", program("orders", "rows"), ours, 2)
    for peer in ("pydantic", "msgspec"):
        yield compared(f"1,000 orders / {peer}", ours, peer, program("orders", peer), None)


def the_stream(_site: Path, _folder: Path) -> Iterator[Row]:
    """Events of a socket."""
    yield printed("stream: processor time of an event of a table", program("stream", "props"), None, "us", 1e6)
    yield printed("stream: from socket to quote, median", program("stream", "quote"), None, "us", 1e6)
    yield printed("stream: memory after a million events", program("stream", "memory"), 5, "MB")
    yield printed("stream: processor time of a reconnect, of 1,000", program("stream", "reconnects"), None, "ms", 1e3)
