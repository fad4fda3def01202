"""What a caller gives to open a client, as examples show it."""

from collections.abc import Iterable, Mapping

from jekyll_openapi.runtime.security import Scheme
from jekyll_openapi.runtime.servers import Server, default_server


def opening(schemes: Iterable[Scheme], servers: Mapping[str, Server], default: str, *, is_plain: bool) -> str:
    """The arguments of the constructor: credentials, and the address where no server is the default."""
    kinds = {one.kind for one in schemes}
    given = []
    if "bearer" in kinds or not is_plain:
        given.append('token="..."')
    elif kinds & {"header", "query", "cookie"}:
        given.append('api_key="..."')
    elif "basic" in kinds:
        given.append('basic=("name", "password")')
    if not (default or default_server(servers)):
        given.append('base_url="https://..."')
    return ", ".join(given)
