"""Run the command with the given arguments; print the HTTP libraries that it loaded and the sockets that it made."""

import contextlib
import io
import sys

HTTP_LIBRARIES = ("aiohttp", "http.client", "httpcore", "httpx", "requests", "urllib.request", "urllib3")
seen: list[str] = []


def watch(event: str, _arguments: object) -> None:
    """Note what has to do with sockets."""
    if event.startswith("socket."):
        seen.append(event)


def run() -> int:
    """Run the command in this process, its output thrown away; its exit code."""
    from jekyll_openapi import cli

    with contextlib.redirect_stdout(io.StringIO()):
        return cli.main()


sys.addaudithook(watch)
if (code := run()) not in (0, 1):
    sys.exit(code)
print(*[name for name in HTTP_LIBRARIES if name in sys.modules], *seen, sep="\n")
