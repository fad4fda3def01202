"""Text of pages never becomes code: payloads in every place of a description, and a deliberately broken writer."""

from __future__ import annotations

import importlib
import json
import pkgutil
import random
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.client.generate import make_client
from jekyll_openapi.client.rendering import _only_code
from jekyll_openapi.client.writer import literal
from jekyll_openapi.runtime.schemas import names_below
from tests.client.conftest import Driver
from tests.client.sample import sample
from tests.client.sample_schemas import Json
from tests.sampling import every

RUN = "__import__('pathlib').Path('ran').touch()"
PAYLOADS = [
    f'"); {RUN} #',
    f"'); {RUN} #",
    f'""" + {RUN} + """',
    f"''' + {RUN} + '''",
    f'"""\n{RUN}\n"""',
    f"\n{RUN}\n",
    f"\r{RUN}\r",
    f"\r\n    {RUN}\r\n",
    f"\u2028{RUN}\u2029",
    f"\x0b{RUN}\x0c{RUN}\x85{RUN}",
    f"\\\n{RUN}",
    f'\\" + {RUN} + "',
    f'\\""" + {RUN} #',
    "\\",
    '"',
    "'",
    '"""',
    '\\"""',
    'x"',
    "x\\",
    f"{{{RUN}}}",
    f"{{{{ {RUN} }}}}",
    f"{{% {RUN} %}}",
    "{0.__class__}",
    "${x} $name $",
    "%s %(x)s",
    f"# type: ignore\n{RUN}",
    "../../escaped",
    "..\\..\\escaped",
    "/etc/escaped",
    "a\0b",
    "\x1b[31mred\x08\x7f",
    "\u202eesrever\u202c \u2066x\u2069 \u200f\u200b\ufeff",
    "\U0001f600 é 日本 ß İ ﬁ",
    "",
    " ",
    "-",
    "1st",
    "x" * 500,
    "word " * 200,
    "<script>alert(1)</script>",
    "`x` | y | [a](b)",
    "- a: b\n- c",
    "::error::stop",
    "\n  ::set-output name=a::b\n\t::add-mask::x\n",
]
AWKWARD = [
    *("class", "None", "import", "__init__", "__class__", "__dict__", "_private", "d", "cls", "self", "from_dict"),
    *("to_dict", "field_dict", "additional_properties", "dry_run", "models", "builtins", "list", "str", "object"),
    *("datetime", "UNSET", "T", "reconcile", "name", "value", "body", "client"),
]
"""Names that the generated code itself uses."""
PAYLOADS = [text.encode("utf-16", "surrogatepass").decode("utf-16") for text in PAYLOADS]

STRUCTURE = frozenset(
    [
        "$ref",
        "type",
        "format",
        "in",
        "style",
        "openapi",
        "url",
        "scheme",
        "x-environment",
        "x-operation-class",
        "operationId",
        "name",
        "required",
        "version",
    ]
)
"""Keys whose values have a meaning; all other text is free and gets payloads, even under unknown keys."""
SKIPPED = frozenset({"x-client", "servers", "example", "securitySchemes"})


def small(package_name: str) -> Json:
    """A spec with one operation of each kind, so that making a client is quick."""
    made = sample()
    kept = {"/order/placeOCO", "/account/list", "/contract/find", "/contract/items", "/command/list"}
    made["paths"] = {path: item for path, item in made["paths"].items() if path in kept}
    for name in ("session", "reconcile"):
        del made["x-client"][name]
    made["x-client"]["package"] = package_name
    components = made["components"]["schemas"]
    roots = {"PlaceOCO", "PlaceOcoResult", "Account", "Contract", "Command"}
    kept_schemas = roots.union(*(names_below(components[name], components) for name in roots))
    made["components"]["schemas"] = {name: one for name, one in components.items() if name in kept_schemas}
    place = made["paths"]["/order/placeOCO"]["post"]["requestBody"]["content"]["application/json"]
    del place["example"]
    return made


def texts(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every free text in the description."""
    if isinstance(node, dict):
        for key, value in node.items():
            in_names = path[-1:] == ("properties",)
            if key not in SKIPPED and (in_names or key not in STRUCTURE):
                yield from texts(value, (*path, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from texts(value, (*path, number))
    elif isinstance(node, str):
        yield path


def put(node: Any, path: tuple[Any, ...], value: str) -> None:
    """Replace the text at a path."""
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value


def rename(spec: Json, text: str, at: int) -> None:
    """Name one property per object, one value per enumeration and one parameter after the text."""
    for schema in spec["components"]["schemas"].values():
        if "enum" in schema and text not in schema["enum"]:
            schema["enum"][at] = text
        elif schema.get("properties") and text not in schema["properties"]:
            old = list(schema["properties"])[at]
            schema["properties"][text] = schema["properties"].pop(old)
            schema["required"] = [text if one == old else one for one in schema.get("required", [])]
    if text:
        spec["paths"]["/contract/find"]["get"]["parameters"][0]["name"] = text


def add_unknown_places(spec: Json) -> None:
    """Add texts under keys that no module reads."""
    for schema in spec["components"]["schemas"].values():
        schema["title"] = schema["x-new"] = schema["$comment"] = "text"
        for one in schema.get("properties", {}).values():
            one["title"] = one["x-new"] = "text"


@contextmanager
def imported(folder: Path, name: str) -> Iterator[Any]:
    """The package with all its modules imported."""
    sys.path.insert(0, str(folder))
    try:
        made = importlib.import_module(name)
        for module in pkgutil.walk_packages(made.__path__, f"{name}."):
            importlib.import_module(module.name)
        yield made
    finally:
        sys.path.remove(str(folder))
        for module_name in [one for one in sys.modules if one.split(".")[0] == name]:
            del sys.modules[module_name]


@pytest.mark.deep
@pytest.mark.parametrize("turn", every(4, range(len(PAYLOADS))))
def test_text_stays_text(turn: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In each turn every place has another payload, so that all meet all in a deep run, and most kinds of place do."""
    monkeypatch.chdir(tmp_path)
    name = f"hostile_{turn}"
    spec = small(name)
    add_unknown_places(spec)
    for number, path in enumerate(texts(spec)):
        put(spec, path, PAYLOADS[(number + turn) % len(PAYLOADS)])
    rename(spec, AWKWARD[turn % len(AWKWARD)], at=0)
    rename(spec, PAYLOADS[turn], at=-1)
    spec["components"]["schemas"]["Action"]["enum"] = ["Buy", "Sell"]
    make_client(spec, tmp_path / "out")
    with imported(tmp_path / "out", name) as made:
        shown = made.models.OrderType(PAYLOADS[turn])
        assert shown.is_known
        assert shown == PAYLOADS[turn]
        row = {PAYLOADS[turn]: 5}
        assert made.models.Contract.from_dict(row).to_dict() == row
        assert isinstance(made.Sample(token="t", transport=made.testing.ExampleTransport()).account.list(), list)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]
    for file in (one for one in (tmp_path / "out").rglob("*") if one.suffix in (".py", ".md", ".toml")):
        text = file.read_text("utf-8")
        assert not any(one in text for one in "\0\x1b\x7f\u202e\u2028\u2066\ufeff"), file
        assert not [line for line in text.split("\n") if line.lstrip().startswith("::")], file


def test_the_readme_stays_markdown_whatever_the_description_says(tmp_path: Path) -> None:
    """A title, the name of a server, a class of operations, a reason of failures: each in its line or cell."""
    evil = "x` | [a](javascript:b) <img src=x onerror=y>\x1b]0;t\x07\u202e\n::error::z\n# Head\n| a | b |\n```\n"
    spec = small("readme")
    spec["info"]["title"] = evil
    spec["servers"][0]["x-environment"] = spec["x-client"]["default-environment"] = evil
    spec["x-client"]["changes"] = [evil, "`Model.name` is a `dict[str, int]` now."]
    for item in spec["paths"].values():
        for one in item.values():
            one["x-operation-class"] = evil
    make_client(spec, tmp_path / "out")
    text = (tmp_path / "out" / "README.md").read_text("utf-8")
    lines = text.split("\n")
    assert "- `Model.name` is a `dict[str, int]` now." in lines
    assert not any(one in text for one in "\x1b\x07\u202e")
    assert not [line for line in lines if line.startswith(("# Head", "| a |", "::", "x`"))]
    assert next(line for line in lines if line.startswith("#")) == f"# {spec['x-client']['distribution']}"
    rows = [line for line in lines if line.startswith("| `api.")]
    assert len(rows) == sum(len(item) for item in spec["paths"].values())
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4}
    assert not re.search(r"(?<!\\)<img|(?<!\\)\[a\]", re.sub(r"(?<!\\)`[^`\n]*`", "", text))


def test_there_are_payloads_enough() -> None:
    assert len(PAYLOADS) >= 40
    assert len(list(texts(small("x")))) > 150


def awkward_names() -> list[str]:
    """Three hundred names that are hard to tell apart."""
    made = list(dict.fromkeys(name for name in (*AWKWARD, *PAYLOADS) if name))
    for stem in (
        "orderId",
        "order_id",
        "OrderID",
        "order-id",
        "order id",
        "ORDER_ID",
        "orderid",
        "order.id",
        "_orderId",
    ):
        made += [stem, f"{stem}_", f"{stem}1", f"1{stem}", f"é{stem}", f"{stem}\u200b"]
    chance = random.Random(3)
    letters = "aAbB1_-. \"'\\{}é日\u202e\n"
    while len(made) < 300:
        made += ["".join(chance.choice(letters) for _ in range(chance.randrange(1, 7)))]
        made = list(dict.fromkeys(made))
    return made


def test_three_hundred_awkward_names_round_trip(tmp_path: Path) -> None:
    names = awkward_names()
    assert len(names) == 300
    spec = small("awkward")
    properties = {name: {"type": "integer"} for name in names}
    for schema in ("Contract", "PlaceOCO"):
        spec["components"]["schemas"][schema] = {"type": "object", "properties": properties}
    make_client(spec, tmp_path / "out")
    row = {name: number for number, name in enumerate(names)}
    with imported(tmp_path / "out", "awkward") as made:
        model = made.models.Contract.from_dict(row)
        assert model.to_dict() == row
        assert model.additional_properties == {}
        client = made.Sample(token="t", transport=made.testing.ExampleTransport())
        keywords = [name for name in client.order.place_oco.__kwdefaults__ if name not in ("dry_run", "extra")]
        assert len(keywords) == 300
        sent = client.order.place_oco(**{name: number for number, name in enumerate(keywords)}, dry_run=True)
        assert sorted(json.loads(sent.content)) == sorted(names)


def test_awkward_enumerations_keep_every_value(tmp_path: Path) -> None:
    values = [*awkward_names(), "", "buy", "BUY", "Buy"]
    spec = small("values")
    spec["components"]["schemas"]["OrderType"]["enum"] = values
    make_client(spec, tmp_path / "out")
    with imported(tmp_path / "out", "values") as made:
        assert [one.value for one in made.models.OrderType] == values
        assert made.shapes.OrderTypeName.__args__ == tuple(values)


SCHEMA_NAMES = [
    "Client",
    "Response",
    "Any",
    "List",
    "Order",
    "Unset",
    "Group",
    "OrderGroup",
    "Literal",
    "T",
    "Type",
    "Model",
]


def test_schemas_may_be_called_like_what_the_code_uses(tmp_path: Path) -> None:
    spec = small("schemas")
    for name in SCHEMA_NAMES:
        spec["components"]["schemas"][name] = {"type": "object", "properties": {"id": {"type": "integer"}}}
        path = {"operationId": f"get{name}", "tags": ["x"], "security": []}
        content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
        spec["paths"][f"/order/get{name}"] = {
            "get": {**path, "responses": {"200": {"description": "x", "content": content}}}
        }
    make_client(spec, tmp_path / "out")
    with imported(tmp_path / "out", "schemas") as made:
        client = made.Sample(token="t", transport=made.testing.ExampleTransport())
        for name in SCHEMA_NAMES:
            method = getattr(client.order, f"get_{name.lower()}" if name != "OrderGroup" else "get_order_group")
            assert method().id == 1


# --- the template -----------------------------------------------------------------------------------------------------


def test_the_template_takes_code_alone() -> None:
    assert _only_code(literal('"')) == "'\"'"
    for text in (RUN, None, 5, ["x"]):
        with pytest.raises(TypeError):
            _only_code(text)


def test_the_client_of_a_hostile_spec_still_works(driver: Driver, transport: Any) -> None:
    """The sample itself carries quotes and backslashes in a description."""
    assert driver.do(driver.client(transport).account.list())[0].id == 1
