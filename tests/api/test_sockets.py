"""Guide pages about web sockets give requests, answers and events."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.api.model import Primitive, Sockets
from jekyll_openapi.api.socket_shapes import stated_values
from jekyll_openapi.spec.schemas import emit_schema
from tests.api.small import make, table


def read(folder: Path, text: str, title: str = "A page", *, about: str = "The WebSocket takes it.") -> Sockets:
    return make(folder, f"---\ntitle: {title}\n---\n{about}\n\n{text}").api.sockets


def bare(schema: Any) -> Any:
    """The schema without sources and descriptions."""
    if isinstance(schema, dict):
        return {key: bare(one) for key, one in schema.items() if not key.startswith("x-") and key != "description"}
    return [bare(one) for one in schema] if isinstance(schema, list) else schema


def body(sockets: Sockets, endpoint: str) -> Any:
    request = next(one for one in sockets.requests if one.endpoint == endpoint)
    return bare(emit_schema(request.body)) if request.body else None


def fence(text: str, language: str = "js") -> str:
    return f"```{language}\n{text}\n```\n"


SYMBOL = {"type": "object", "properties": {"symbol": {"type": "string"}}}


@pytest.mark.parametrize(
    "sent",
    [
        fence("ws.send(`md/see\\n1\\n\\n${JSON.stringify({symbol: 'A'})}`);"),
        fence("ws.send(`md/see\\n${++i}\\n\\n${JSON.stringify({ symbol: \"A\" })}`)"),
        fence("const it = {symbol: 'A'};\nws.send(`md/see\\n${id}\\n\\n${JSON.stringify(it)}`);"),
        fence("ws.send('md/see\\n' + id + '\\n\\n' + JSON.stringify({symbol: 'A'}));"),
        fence("ws.send('md/see\\n7\\n\\n{\"symbol\": \"A\"}');", "javascript"),
        fence("ws.send(`md/see\\n7\\n\\n{\"symbol\":\"${name}\"}`);"),
        fence("md/see\n7\n\n{\"symbol\":\"A\"}", ""),
        fence("md/see\n7\n\n{\n  \"symbol\": \"A\"\n}", "text"),
        fence("socket.request({ url: 'md/see', body: { symbol: 'A' } });"),
    ],
)  # fmt: skip
def test_what_a_fence_sends_is_a_request(tmp_path: Path, sent: str) -> None:
    sockets = read(tmp_path, sent)
    assert body(sockets, "md/see") == SYMBOL
    assert "page.md" in sockets.requests[0].inferred[0].evidence


@pytest.mark.parametrize(
    "text",
    [
        fence("const a = 'one/two'; const b = `x\\n1`;"),
        fence("fetch('/order/item?id=1')"),
        fence("some/path\nand more\n\ntext", ""),
        fence("log('a/b' + c)"),
        "## A heading and/or another\n",
        "## `/md/see`\n",
    ],
)
def test_what_is_no_request_is_none(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).requests == ()


def test_a_page_that_does_not_speak_of_sockets_has_none(tmp_path: Path) -> None:
    sockets = read(tmp_path, "## `md/see`\n" + fence('{"e": "props", "d": {}}'), about="Text.")
    assert sockets == Sockets()


@pytest.mark.parametrize("title", ["Fields", "Parameters", "Request", "Body fields"])
@pytest.mark.parametrize("level", ["##", "###"])
def test_a_heading_and_a_table_below_it_are_a_request_with_its_fields(tmp_path: Path, title: str, level: str) -> None:
    rows = table("`symbol`! string", "`depth` number (1-5)")
    sockets = read(tmp_path, f"## `md/see`\nLooks.\n\n{level} {title}\n{rows}\n## Another thing\nNot of it.\n")
    assert body(sockets, "md/see") == {
        "type": "object",
        "properties": {"symbol": {"type": "string"}, "depth": {"type": "number", "minimum": 1, "maximum": 5}},
        "required": ["symbol"],
    }
    assert sockets.requests[0].description == "Looks."
    assert sockets.requests[0].provenance.location.line == 6


def test_a_title_is_a_request_as_a_heading_is(tmp_path: Path) -> None:
    sockets = read(tmp_path, f"### Fields\n{table('`symbol`! string')}", "md/see")
    assert body(sockets, "md/see")["required"] == ["symbol"]
    assert str(sockets.requests[0].provenance.location) == "page.md:2"


def test_what_the_table_says_goes_before_what_a_sample_shows(tmp_path: Path) -> None:
    sample = fence("ws.send(`md/see\\n1\\n\\n${JSON.stringify({symbol: 1, more: {deep: true}})}`);")
    sockets = read(tmp_path, f"## md/see\n{sample}\n### Fields\n{table('`symbol`! string', '`more` object')}")
    deep = {"type": "object", "properties": {"deep": {"type": "boolean"}}}
    assert body(sockets, "md/see")["properties"] == {"symbol": {"type": "string"}, "more": deep}


def test_an_answer_is_none_of_the_body(tmp_path: Path) -> None:
    shown = fence('{"s": 200, "i": 3, "d": {"realtimeId": 4}}', "json")
    sockets = read(tmp_path, f"## `md/see`\n### Fields\n{table('`a`! string')}\n### Response\n{shown}")
    answer = sockets.requests[0].answer
    assert answer
    assert bare(emit_schema(answer)) == {
        "type": "object",
        "properties": {"realtimeId": {"type": "integer", "format": "int64"}},
    }
    assert list(body(sockets, "md/see")["properties"]) == ["a"]


COMMENTED = """
{
    "symbol": "A" | 12,
    "unit": "Minute", // Available values: Minute, Day or Tick
    // Possible values: Up,
    // Down
    "way": "Up",
    "is": true | false, // optional
    "kind": "One" | "Two",
    "text": string, /* may not always be present */
    "link": "https://a.example//b",
    "range": {
        // All fields in "range" are optional, but at least any one is required
        "from": "2020-01-01T00:00:00Z",
        "count": 5,
    },
}
"""


def test_json_with_comments_says_types_values_and_needs(tmp_path: Path) -> None:
    sockets = read(tmp_path, f"## `md/see`\n{fence(COMMENTED.strip())}")
    shape = sockets.requests[0].body
    assert shape
    emitted = emit_schema(shape)
    found = bare(emitted["properties"])
    assert found["symbol"] == {"anyOf": [{"type": "string"}, {"type": "number"}]}
    assert found["unit"] == {"type": "string", "enum": ["Minute", "Day", "Tick"]}
    assert found["way"] == {"type": "string", "enum": ["Up", "Down"]}
    assert found["kind"] == {"type": "string", "enum": ["One", "Two"]}
    assert found["is"] == {"type": "boolean"}
    assert found["text"] == found["link"] == {"type": "string"}
    assert found["range"]["properties"]["from"] == {"type": "string", "format": "date-time"}
    assert found["range"]["allOf"] == [{"if": {}, "then": {"anyOf": [{"required": ["from"]}, {"required": ["count"]}]}}]
    unknown = [name for name, one in emitted["properties"].items() if "x-unknown" in one]
    assert unknown == ["symbol", "unit", "way", "kind", "link", "range"]
    assert emitted["properties"]["range"]["properties"]["count"]["x-source"] == "page.md:21"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Available values: A, B, C.", ("A", "B", "C")),
        ('one of "A" | "B"', ("A", "B")),
        ("Valid options are `A`, `B`, or `C`", ("A", "B", "C")),
        ("possible values: A", ()),
        ("available values: those that the exchange has, and more of them", ()),
        ("the id", ()),
    ],
)
def test_values_that_a_comment_lists(text: str, values: tuple[str, ...]) -> None:
    assert stated_values(text) == values


def test_events_are_read_alone_and_in_frames_with_what_a_list_says(tmp_path: Path) -> None:
    frames = (
        'a[{"e":"props","d":{"entityType":"fill","eventType":"Created"}},{"s":200,"i":1,"d":{}}]\na[{"e":"new","d":1}]'
    )
    alone = fence('{ "e": "props", "d": { "entityType": "order", "eventType": "Created", "n": {} } }')
    bullets = '- `"eventType"` - `"Created"`, `"Updated"` or `"Gone"`.\n- `"n"` field is optional\n'
    sockets = read(tmp_path, f'{fence(frames, "")}\n## `"props"` event\nIt comes. The fields:\n{alone}\n{bullets}')
    assert [one.name for one in sockets.events] == ["new", "props"]
    props = sockets.events[1]
    data = emit_schema(props.data)
    assert data["properties"]["eventType"]["enum"] == ["Created", "Updated", "Gone"]
    assert "x-unknown" not in data["properties"]["n"]
    assert props.description == "It comes."
    assert props.provenance.location.line > 10


def test_a_list_below_a_request_says_the_values_of_its_fields_at_any_depth(tmp_path: Path) -> None:
    sent = fence("ws.send(`md/see\\n1\\n\\n${JSON.stringify({ list: [{ unit: 'Day', way: 'Up' }] })}`);")
    bullets = "- `unit` is `Day`, `Tick` or `Hour`\n- `way` is the one of `unit`\n"
    sockets = read(tmp_path, f"## `md/see`\n{sent}\n{bullets}")
    found = body(sockets, "md/see")["properties"]["list"]["items"]["properties"]
    assert found == {"unit": {"type": "string", "enum": ["Day", "Tick", "Hour"]}, "way": {"type": "string"}}


def test_an_operation_of_the_other_interface_is_no_request_of_its_own(tmp_path: Path) -> None:
    operation = f"---\ntitle: /order/item\n---\n## `/order/item`\n### Request\n{table('`id`! number')}"
    guide = "---\ntitle: Guide\n---\nOver the WebSocket.\n" + fence("order/item\n8\nid=1", "")
    assert make(tmp_path, {"a.md": operation, "b.md": guide}).api.sockets.requests == ()


@pytest.mark.parametrize("language", ["js", "", "json", "text", "python"])
@pytest.mark.parametrize(
    "text",
    ["{", "a[", "a[{]", "`", "`md/see\\n1\\n\\n${", "{'e': ", "md/see\n1", "{...x}", "//", "/*", "[[[[", "a[1]"],
)  # fmt: skip
def test_what_is_broken_stops_nothing(tmp_path: Path, text: str, language: str) -> None:
    read(tmp_path, f"## `md/see`\n{fence(text, language)}")


@pytest.mark.parametrize(
    "named",
    [
        "## Endpoint: **md/see**\n",
        "## Looking\n\nEndpoint: `md/see`\n",
        "## Looking\n\n**Endpoint:** `md/see`\n",
        "## Looking\n\n- **Request** - `md/see`\n- Endpoint: `md/see`\n",
        "## The request: `md/see`\n",
        "## `md/see` request\n",
        "Operation: md/see.\n",
    ],
)
def test_an_endpoint_behind_a_word_for_it_begins_a_request(tmp_path: Path, named: str) -> None:
    sockets = read(tmp_path, f"{named}\n### Parameters\n{table('`symbol`! string')}")
    assert [one.endpoint for one in sockets.requests] == ["md/see"]
    assert body(sockets, "md/see")["required"] == ["symbol"]
    assert "Endpoint" not in sockets.requests[0].description.replace("- Endpoint", "")


def test_two_endpoints_below_one_heading_have_a_body_each(tmp_path: Path) -> None:
    text = "## Looking\n\nEndpoint: `md/see`\n{0}\nEndpoint: `md/unsee`\n{1}\n## Apart\n{2}"
    fences = (fence(f'{{"{name}": "A"}}', "json") for name in ("symbol", "id", "other"))
    sockets = read(tmp_path, text.format(*fences))
    assert body(sockets, "md/see")["properties"] == {"symbol": {"type": "string"}}
    assert body(sockets, "md/unsee")["properties"] == {"id": {"type": "string"}}


@pytest.mark.parametrize(
    ("written", "is_one"),
    [
        ("client.request('md/see', { symbol: 'A' });", True),
        ("const it = { symbol: 'A' };\nthis.ws.subscribe('md/see', it, x => log(x));", True),
        ("require('node/fs');\nimport x from 'some/lib';", False),
        ("on('md/see', item => log(item));", False),
        ("show('and/or', 5);", False),
    ],
)
def test_a_call_that_names_an_endpoint_and_a_body_is_a_request(tmp_path: Path, written: str, *, is_one: bool) -> None:
    sockets = read(tmp_path, fence(written))
    assert [one.endpoint for one in sockets.requests] == ["md/see"] * is_one
    assert not is_one or body(sockets, "md/see") == SYMBOL


def test_an_answer_belongs_to_the_request_with_its_number_and_a_refusal_to_none(tmp_path: Path) -> None:
    asked = fence('risk/set\n12\n\n{"id": 5}', "") + fence('md/see\n13\n\n{"symbol": "A"}', "")
    answers = fence('a[{"s":200,"i":12,"d":{"id":5}}]', "") + fence('{"s": 401, "i": 13, "d": "denied"}', "json")
    sockets = read(tmp_path, f"{asked}What comes:\n\n{answers}")
    told = {one.endpoint: one.answer and bare(emit_schema(one.answer)) for one in sockets.requests}
    assert told == {
        "risk/set": {"type": "object", "properties": {"id": {"type": "integer", "format": "int64"}}},
        "md/see": None,
    }


def test_what_follows_an_event_in_its_section_is_more_of_it_and_no_body(tmp_path: Path) -> None:
    event = fence('{"e": "chart", "d": {"charts": [{"id": 9, "bars": []}]}}', "json")
    more = fence('{"charts": [{"id": 9, "eoh": true}]}', "json")
    asked = fence('{"symbol": "A"}', "json")
    sockets = read(tmp_path, f"# md/see\n{asked}\n## What comes\n{event}\nAt the end:\n\n{more}")
    assert body(sockets, "md/see") == SYMBOL
    [chart] = sockets.events
    assert list(emit_schema(chart.data)["properties"]["charts"]["items"]["properties"]) == ["id", "bars", "eoh"]


SAID = """
{
    "way": "Up", // 'Up' or 'Down'
    "split": true, // required for organizations
    "must": 1, // required
    "items": { "-14": 5906.67, "2.5": 1 }
}
"""


def test_quoted_values_conditions_and_numbers_as_names(tmp_path: Path) -> None:
    emitted = emit_schema(read(tmp_path, f"## `md/see`\n{fence(SAID.strip())}").requests[0].body or Primitive("any"))
    found = emitted["properties"]
    assert found["way"]["enum"] == ["Up", "Down"]
    assert found["split"]["description"] == "required for organizations"
    assert emitted["required"] == ["must"]
    assert bare(found["items"]) == {"type": "object", "additionalProperties": {"type": "number"}}


def test_addresses_are_those_that_are_written_whole(tmp_path: Path) -> None:
    text = (
        "`wss://md.service.io/v1/ws`, wss://md.service.io/v1/ws. [here](wss://b.service.io:8443/)\n\n"
        "`wss://{host}/ws` wss://api.service.io/${version} wss://ws.example.com/x ws://localhost:80/ wss://a.service.io/<id>"
    )
    sockets = read(tmp_path, f"{text}\n\n## `md/see`\n{fence('{}')}")
    assert [one.url for one in sockets.addresses] == ["wss://md.service.io/v1/ws", "wss://b.service.io:8443"]
    assert str(sockets.addresses[0].provenance.location) == "page.md:6"


def test_a_table_below_an_event_says_more_of_its_data(tmp_path: Path) -> None:
    event = fence('{"e": "notice", "d": {"id": 1, "level": "info"}}', "json")
    rows = table("`id`! number", "`level` string", "`text`! string")
    sockets = read(tmp_path, f'## `"notice"` event\n{event}\n{rows}')
    data = emit_schema(sockets.events[0].data)
    assert (list(data["properties"]), data["required"]) == (["id", "level", "text"], ["id", "text"])
    frame = table("`e`! string", "`d`! object")
    data = emit_schema(read(tmp_path, f'## `"notice"` event\n{event}\n{frame}').events[0].data)
    assert list(data["properties"]) == ["id", "level"]
