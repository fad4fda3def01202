"""Sample calls of an operation, for curl and for the Python client."""

import json
import shlex
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.client.identity import KEY, identified
from jekyll_openapi.client.opening import opening
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering import DescriptionError
from jekyll_openapi.openapi.names import NameTable, OperationName, names_of
from jekyll_openapi.openapi.operations import chosen_media, is_fields, is_json, shown
from jekyll_openapi.openapi.references import schema_name
from jekyll_openapi.records import dataclass
from jekyll_openapi.reference.views import Sample
from jekyll_openapi.runtime.security import read_schemes
from jekyll_openapi.runtime.servers import read_servers
from jekyll_openapi.spec.examples import Validators
from jekyll_openapi.spec.generated_examples import Maker

Given = Mapping[tuple[str, str], Any]
"""(place, name) -> value of a parameter."""
_SHORT = 100
"""Most characters of a call on a single line."""
_MOST = 8
"""Most properties shown of a body without known required properties."""
_MOMENT = "date-time"


@dataclass(frozen=True, slots=True)
class Client:
    """The client for a description."""

    package: str
    class_name: str
    names: NameTable
    opening: str
    """The arguments of the constructor."""


def client_of(spec: Json, names: NameTable | None) -> Client | None:
    """The client, with the names of the last release; None if no client can be generated."""
    try:
        facts = identified(spec, {}, lambda *_: None)[KEY]
        given = opening(
            read_schemes(spec.get("components", {}).get("securitySchemes", {})).values(),
            read_servers(one for one in spec.get("servers", ()) if "url" in one),
            str(facts.get("default-environment", "")),
            is_plain=facts.get("plain") is True,
        )
        return Client(str(facts["package"]), str(facts["class"]), names_of(spec, names), given)
    except (ClientError, DescriptionError, RecursionError):
        return None


class Samples:
    """Sample calls of the operations of a description."""

    def __init__(self, spec: Json, names: NameTable | None) -> None:
        self._spec = spec
        self._client = client_of(spec, names)
        self._maker = Maker(spec)
        self._validators = Validators(spec)

    def of(self, path: str, method: str, operation: Json) -> Iterator[Sample]:
        """The sample calls of an operation. Values are made up if the description has no example."""
        parameters = [one for one in operation.get("parameters", ()) if "name" in one and self._is_shown(one)]
        given = {(str(one["in"]), str(one["name"])): self._of_parameter(one) for one in parameters}
        content = operation.get("requestBody", {}).get("content", {})
        media = chosen_media(content)
        body = self._body(content[media]) if media and (is_json(media) or is_fields(media)) else None
        name = self._client.names.operations.get(shown(method, path)) if self._client else None
        if self._client and name:
            moments = self._moments(content[media].get("schema", {})) if media else frozenset[str]()
            yield Sample("Python", _python(self._client, name, given, body, moments))
        yield Sample("curl", self._curl(path, method, operation, given, media, body))

    @staticmethod
    def _is_shown(parameter: Json) -> bool:
        return bool(parameter.get("required")) or parameter.get("in") == "path"

    def _of_parameter(self, parameter: Json) -> Any:
        examples = [one.get("value") for one in parameter.get("examples", {}).values() if isinstance(one, dict)]
        if "example" in parameter or examples:
            return parameter.get("example", next(iter(examples), None))
        return self._maker.value(parameter.get("schema", {}), str(parameter["name"]))

    def _body(self, media: Json) -> Any:
        """The first example, or else a value with the required properties."""
        stated = [one.get("value") for one in media.get("examples", {}).values() if isinstance(one, dict)]
        if stated or "example" in media:
            return media.get("example", next(iter(stated), None))
        schema = media.get("schema", {})
        made = self._maker.value(schema, "")
        if not isinstance(made, dict):
            return made
        target = self._target(schema)
        properties = target.get("properties", {})
        needed = {*target.get("required", ())}
        practical = ((name, one) for name, one in properties.items() if isinstance(one, dict))
        needed |= {name for name, one in practical if one.get("x-required-in-practice")}
        short = {name: one for name, one in made.items() if name in needed} or dict(list(made.items())[:_MOST])
        # A rule can require more than `required` says.
        return made if self._validators.first_problem(schema, short) else short

    def _target(self, schema: Json) -> Json:
        found = self._spec.get("components", {}).get("schemas", {}).get(schema_name(schema), schema)
        return found if isinstance(found, dict) else {}

    def _moments(self, schema: Json) -> frozenset[str]:
        """The properties that are times, which the client takes as `datetime`."""
        properties = self._target(schema).get("properties", {})
        found = ((name, one) for name, one in properties.items() if isinstance(one, dict))
        return frozenset(name for name, one in found if one.get("format") == _MOMENT)

    def _curl(self, path: str, method: str, operation: Json, given: Given, media: str, body: Any) -> str:
        flags, query = self._credentials(operation)
        headers = [(name, _text(value)) for (place, name), value in given.items() if place == "header"]
        filled = path
        for (place, name), value in given.items():
            if place == "path":
                filled = filled.replace(f"{{{name}}}", quote(_text(value), safe="", errors="replace"))
            elif place == "query":
                query.append((name, _text(value)))
        servers = self._spec.get("servers") or [{}]
        url = (
            str(servers[0].get("url", "")).rstrip("/")
            + filled
            + (f"?{urlencode(query, errors='replace')}" if query else "")
        )
        parts = [f"{'curl' if method == 'get' else f'curl -X {method.upper()}'} {shlex.quote(url)}", *flags]
        parts += [f"-H {shlex.quote(f'{name}: {value}')}" for name, value in headers]
        if body is not None and is_json(media):
            data = json.dumps(body, ensure_ascii=False, default=float)
            parts += [f"-H {shlex.quote(f'Content-Type: {media}')}", f"-d {shlex.quote(data)}"]
        elif isinstance(body, dict):
            parts += [f"--data-urlencode {shlex.quote(f'{name}={_text(value)}')}" for name, value in body.items()]
        return " \\\n  ".join(parts)

    def _credentials(self, operation: Json) -> tuple[list[str], list[tuple[str, str]]]:
        """The credentials, as options of curl and as query parameters."""
        schemes = self._spec.get("components", {}).get("securitySchemes", {})
        stated = operation.get("security", self._spec.get("security", ()))
        flags: list[str] = []
        query: list[tuple[str, str]] = []
        # The entries of `security` are alternatives: the first is enough.
        for name in next(iter(stated or ()), {}):
            match schemes.get(name):
                case {"type": "apiKey", "in": "query", "name": key}:
                    query.append((str(key), "KEY"))
                case {"type": "apiKey", "in": "header", "name": key}:
                    flags.append(f"-H {shlex.quote(f'{key}: KEY')}")
                case {"type": "http", "scheme": str(scheme)} if scheme.lower() == "basic":
                    flags.append("-u USER:PASSWORD")
                case {"type": "http" | "oauth2" | "openIdConnect"}:
                    flags.append("-H 'Authorization: Bearer TOKEN'")
        return flags, query


def _text(value: Any) -> str:
    """A value as it is written in a URL."""
    if isinstance(value, list):
        return ",".join(map(_text, value))
    return value if isinstance(value, str) else json.dumps(value, default=float)


def _python(client: Client, name: OperationName, given: Given, body: Any, moments: frozenset[str]) -> str:
    pairs = [(name.arguments.get(key, ""), value, False) for key, value in given.items()]
    if isinstance(body, dict) and ("body", "") not in name.arguments:
        pairs += [(name.arguments.get(("body", key), ""), value, key in moments) for key, value in body.items()]
    elif body is not None:
        pairs.append((name.arguments.get(("body", ""), ""), body, False))
    arguments = [f"{one}={_literal(value, is_moment)}" for one, value, is_moment in pairs if one]
    call = f"api.{name.group}.{name.method}({', '.join(arguments)})"
    if len(call) > _SHORT:
        listed = "".join(f"        {one},\n" for one in arguments)
        call = f"api.{name.group}.{name.method}(\n{listed}    )"
    imports = [f"from {client.package} import {client.class_name}\n"]
    if any("=datetime." in one for one in arguments):
        imports = ["from datetime import datetime\n\n", *imports]
    return f"{''.join(imports)}\nwith {client.class_name}({client.opening}) as api:\n    done = {call}\n"


def _literal(value: Any, is_moment: bool) -> str:
    if is_moment and isinstance(value, str):
        return f"datetime.fromisoformat({json.dumps(value)})"
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False)
        case dict():
            return (
                "{" + ", ".join(f"{_literal(key, False)}: {_literal(one, False)}" for key, one in value.items()) + "}"
            )
        case list():
            return "[" + ", ".join(_literal(one, False) for one in value) + "]"
        case _:
            return repr(json.loads(json.dumps(value, default=float)))
