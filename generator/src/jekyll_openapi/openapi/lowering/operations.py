"""Lowers operations: resolves references and writes everything that applies onto the operation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering.again import Unchanged
from jekyll_openapi.openapi.lowering.problems import ImpossibleError
from jekyll_openapi.openapi.lowering.schemas import Schemas
from jekyll_openapi.openapi.lowering.service import servers
from jekyll_openapi.openapi.lowering.simple import PLACE
from jekyll_openapi.openapi.lowering.source import Source
from jekyll_openapi.openapi.operations import PLACES, chosen_media, is_binary, is_fields, is_json, sent_media
from jekyll_openapi.openapi.pointers import Pointer, below
from jekyll_openapi.openapi.references import referred
from jekyll_openapi.patterns import regex

_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
"""Place -> the styles that a parameter there can have, the default first."""
_SET_ELSEWHERE = frozenset(
    {"accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "host", "te"}
    | {"transfer-encoding"}
)
"""Headers that follow from the request itself or from a security scheme."""
_VARIABLE = regex(r"\{([^{}]+)\}")
_STATUS = regex(r"[1-5](\d\d|XX)|default")
_EMPTY = ("204", "205", "304")
"""Statuses that have no body according to HTTP."""
_IGNORED = ("callbacks",)


class Operations:
    """Lowers the operations of a description."""

    def __init__(self, source: Source, schemas: Schemas) -> None:
        self._source = source
        self._schemas = schemas
        self._schemes: Mapping[str, Any] = _mapping(_mapping(source.root.get("components")).get("securitySchemes"))
        self._answers: dict[Pointer, Json] = {}

    def take_over(self, earlier: "Operations", unchanged: Unchanged) -> None:
        """The answers that were lowered earlier, of parts that are as they were."""
        self._answers = {place: answer for place, answer in earlier._answers.items() if unchanged.have(place)}

    def lowered(self, path: str, items: Sequence[Pointer], method: str, name: str) -> Json:
        """The operation in the first of the path items, with everything that these items add; raises
        ImpossibleError."""
        place, operation = self._source.mapping(below(items[0], method))
        found: Json = {"operationId": name, PLACE: place}
        for key in ("tags", "summary", "description", "deprecated", "externalDocs"):
            if key in operation:
                found[key] = operation[key]
        found |= {key: value for key, value in operation.items() if key.startswith("x-")}
        if not isinstance(found.get("tags", []), list):
            del found["tags"]
        for key in _IGNORED:
            if key in operation:
                self._source.note(below(place, key), f"{key} are not called by a client")
        found["parameters"] = self._parameters(path, (*reversed(items), place))
        if "requestBody" in operation and (body := self._body(below(place, "requestBody"))):
            found["requestBody"] = body
        found["responses"] = self._responses(place, operation, method)
        found["security"] = self._security(place, operation)
        return found | self._servers((place, *items))

    def _servers(self, holders: Iterable[Pointer]) -> Json:
        """The servers of the operation's own; a call to any other would reach somebody else."""
        for holder in holders:
            if stated := self._source.node(holder).get("servers"):
                place = below(holder, "servers")
                if found := servers(self._source, stated, place):
                    return {"servers": found}
                raise ImpossibleError(place, "no server of the operation can be used")
        return {}

    # --- parameters ---------------------------------------------------------------------------------------------------

    def _parameters(self, path: str, holders: Sequence[Pointer]) -> list[Json]:
        """The parameters of all holders; later ones override earlier ones."""
        whole, _, query = path.partition("#")[0].partition("?")
        wanted, in_query = _VARIABLE.findall(whole), _VARIABLE.findall(query)
        found: dict[tuple[str, str], Json] = {}
        for holder in holders:
            own: set[tuple[str, str]] = set()
            for place in self._listed(below(holder, "parameters")):
                parameter = self._parameter(place)
                key = parameter["in"], parameter["name"]
                if key in own:
                    self._source.note(place, f"the {key[0]} parameter {key[1]!r} is repeated; the first one is used")
                elif self._is_sent(place, key, [*wanted, *in_query]):
                    own.add(key)
                    found[key] = parameter
        wanted += [name for name in in_query if ("query", name) not in found]
        for name in dict.fromkeys(wanted):
            if ("path", name) not in found:
                self._source.note(
                    holders[-1], f"no parameter describes {{{name}}} of the path; it is treated as a string"
                )
                found["path", name] = _stand_in(name)
        return list(found.values())

    def _is_sent(self, place: Pointer, key: tuple[str, str], wanted: Sequence[str]) -> bool:
        """Whether a parameter has a place in the request."""
        if key[0] == "path" and key[1] not in wanted:
            self._source.note(place, f"the path has no {{{key[1]}}}; the parameter is left out")
            return False
        if key[0] == "header" and key[1].lower() in _SET_ELSEWHERE:
            self._source.note(place, f"the header {key[1]} follows from the request itself, not from a parameter")
            return False
        return True

    def _listed(self, place: Pointer) -> Iterator[Pointer]:
        try:
            listed = self._source.node(place)
        except ImpossibleError:
            return
        if isinstance(listed, list):
            yield from (below(place, str(index)) for index in range(len(listed)))
        elif listed is not None:
            raise ImpossibleError(place, "parameters are a list")

    def _parameter(self, place: Pointer) -> Json:
        place, parameter = self._source.mapping(place)
        name, where = parameter.get("name"), parameter.get("in")
        if not isinstance(name, str) or not name or where not in PLACES:
            raise ImpossibleError(place, f"a parameter needs a name and a place, and has {name!r:.40} in {where!r:.40}")
        found: Json = {"name": name, "in": where}
        found |= {key: parameter[key] for key in ("description", "deprecated", "allowReserved") if key in parameter}
        found |= {key: value for key, value in parameter.items() if key.startswith("x-")}
        found["required"] = where == "path" or parameter.get("required") is True
        if (content := _mapping(parameter.get("content"))) and "schema" not in parameter:
            return found | self._as_content(place, where, content)
        style = parameter.get("style", _STYLES[where][0])
        if style not in _STYLES[where]:
            raise ImpossibleError(place, f"a {where} parameter has no style {style!r:.40}")
        explode = parameter.get("explode", style == "form")
        found |= {"style": style, "explode": explode is True} | self._examples(place, parameter)
        if "schema" not in parameter:
            self._source.note(place, f"{name!r} has no schema; any value is accepted")
            return found | {"schema": {}}
        return found | {"schema": self._schemas.lowered(below(place, "schema")), PLACE: below(place, "schema")}

    def _as_content(self, place: Pointer, where: str, content: Json) -> Json:
        """A parameter with a media type: JSON, or a single value as text."""
        media = next(iter(content))
        made = self._media(below(place, "content", media), media)
        if len(content) == 1 and is_json(media):
            return {"content": {media: made}}
        is_text = media == "text/plain" and self._schemas.primitive(below(place, "content", media, "schema"))
        if len(content) > 1 or not is_text:
            raise ImpossibleError(place, f"a parameter as {media} is not written")
        return {"style": _STYLES[where][0], "explode": False} | made

    # --- bodies -------------------------------------------------------------------------------------------------------

    def _body(self, place: Pointer) -> Json:
        """The request body; empty if it has no content."""
        place, body = self._source.mapping(place)
        content: Json = {}
        for media, one in self._content(place, body).items():
            content.setdefault(sent_media(media, one["schema"]), one)
        if not content:
            self._source.note(place, "the request body has no content, so nothing is sent")
            return {}
        for media, one in content.items():
            self._note_encoding(place, media, one.get("encoding"))
        chosen = chosen_media(content)
        if is_fields(chosen) and (kind := content[chosen]["schema"].get("type", "object")) != "object":
            raise ImpossibleError(below(place, "content"), f"{chosen} is made of properties, and it is of type {kind}")
        found: Json = {"required": body.get("required") is True, "content": content}
        return {key: body[key] for key in body if key == "description" or key.startswith("x-")} | found

    def _note_encoding(self, place: Pointer, media: str, encoding: Any) -> None:
        """Notes the settings of form parts that the client does not send."""
        for name, one in _mapping(encoding).items():
            if _mapping(one).get("headers"):
                said = f"headers of the part {name!r:.60} are not sent; a part has its name and its type"
                self._source.note(below(place, "content", media, "encoding", name), said)

    def _content(self, place: Pointer, holder: Json) -> Json:
        content = _mapping(holder.get("content"))
        return {media: self._media(below(place, "content", media), media) for media in content}

    def _media(self, place: Pointer, name: str) -> Json:
        place, media = self._source.mapping(place)
        found: Json = {key: value for key, value in media.items() if key == "encoding" or key.startswith("x-")}
        found |= self._examples(place, media)
        if media.get("schema") in (None, {}, True) and is_binary(name):
            return found | {"schema": {"type": "string", "format": "binary"}}
        if "schema" not in media:
            return found | {"schema": {}}
        return found | {"schema": self._schemas.lowered(below(place, "schema")), PLACE: below(place, "schema")}

    def _examples(self, place: Pointer, holder: Json) -> Json:
        """The examples of a parameter or content, with references resolved; broken references are left out."""
        found: Json = {"example": {"value": holder["example"]}} if "example" in holder else {}
        for name, example in _mapping(holder.get("examples")).items():
            try:
                at = self._source.follow(below(place, "examples", name)) if referred(example) else place
                shown = self._source.node(at) if referred(example) else example
            except ImpossibleError as problem:
                self._source.note(problem.pointer, problem.reason)
                continue
            if isinstance(shown, dict):
                found[name] = shown
        return {"examples": found} if found else {}

    # --- answers ------------------------------------------------------------------------------------------------------

    def _responses(self, place: Pointer, operation: Json, method: str) -> Json:
        stated = operation.get("responses")
        found: Json = {}
        for status in _mapping(stated):
            code = status.upper() if status.lower() != "default" else "default"
            if status.startswith("x-"):
                continue
            if not _STATUS.fullmatch(code):
                self._source.note(below(place, "responses", status), f"{status!r:.40} is not a status")
                continue
            found[code] = self._response(below(place, "responses", status))
            if "content" in found[code] and (method == "head" or code in _EMPTY):
                said = "an answer to HEAD" if method == "head" else f"an answer of {code}"
                self._source.note(below(place, "responses", status), f"{said} has no body; the stated one is ignored")
                found[code] = {key: one for key, one in found[code].items() if key != "content"}
        if not found:
            self._source.note(place, "no answer is described; any is accepted")
        return found or {"default": {"description": ""}}

    def _response(self, place: Pointer) -> Json:
        """The answer at the place, or where its reference leads; the same for all operations that refer to it."""
        place, response = self._source.mapping(place)
        if place not in self._answers:
            self._answers[place] = self._lowered_response(place, response)
        return self._answers[place]

    def _lowered_response(self, place: Pointer, response: Json) -> Json:
        description = response.get("description")
        if not isinstance(description, str):
            self._source.note(place, "the answer has no description")
        found: Json = {"description": description if isinstance(description, str) else ""}
        found |= {key: value for key, value in response.items() if key.startswith("x-")}
        if content := self._content(place, response):
            found["content"] = content
        headers = {name: self._header(below(place, "headers", name)) for name in _mapping(response.get("headers"))}
        return found | ({"headers": headers} if headers else {})

    def _header(self, place: Pointer) -> Json:
        """A response header, with its type if that is a primitive."""
        try:
            place, header = self._source.mapping(place)
            kind = self._schemas.primitive(below(place, "schema")) if "schema" in header else {}
        except ImpossibleError as problem:
            self._source.note(problem.pointer, problem.reason)
            return {"schema": {}}
        kept = {key: header[key] for key in ("description", "required", "deprecated") if key in header}
        return kept | {"schema": kind}

    # --- security -----------------------------------------------------------------------------------------------------

    def _security(self, place: Pointer, operation: Json) -> list[Json]:
        """The operation's security requirements, or else those of the whole description."""
        stated = operation.get("security", self._source.root.get("security"))
        if not isinstance(stated, list | None):
            raise ImpossibleError(below(place, "security"), "security is a list of alternatives")
        found = []
        for one in stated if isinstance(stated, list) else ():
            if unknown := [name for name in _mapping(one) if name not in self._schemes]:
                self._source.note(place, f"no security scheme is called {unknown[0]!r:.60}")
            elif isinstance(one, dict):
                found.append(one)
        return found


def _stand_in(name: str) -> Json:
    schema = {"type": "string"}
    return {"name": name, "in": "path", "required": True, "style": "simple", "explode": False, "schema": schema}


def _mapping(value: Any) -> Json:
    return value if isinstance(value, dict) else {}
