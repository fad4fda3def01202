"""Write two descriptions of at least so many operations: copies of one, and the same with changes in each copy."""

import json
import re
import sys
from pathlib import Path
from typing import Any

from jekyll_openapi.openapi.reading import parse
from jekyll_openapi.openapi.yaml import dump


def copied(spec: dict[str, Any], number: int) -> dict[str, Any]:
    """The description with its paths and schemas under other names."""
    text = re.sub(r'"#/components/schemas/', rf'"#/components/schemas/S{number}', json.dumps(spec))
    made: dict[str, Any] = json.loads(text)
    made["paths"] = {f"{path}{number}": item for path, item in made["paths"].items()}
    for item in made["paths"].values():
        for operation in item.values():
            operation["operationId"] += str(number)
    schemas = made["components"]["schemas"]
    made["components"]["schemas"] = {f"S{number}{name}": schema for name, schema in schemas.items()}
    return made


def joined(specs: list[dict[str, Any]]) -> dict[str, Any]:
    """One description of all."""
    whole = dict(specs[0])
    whole["paths"] = {path: item for spec in specs for path, item in spec["paths"].items()}
    schemas = {name: schema for spec in specs for name, schema in spec["components"]["schemas"].items()}
    whole["components"] = {**whole["components"], "schemas": schemas}
    return whole


def change(spec: dict[str, Any]) -> None:
    """A property less and a line further down, in every object."""
    for schema in spec["components"]["schemas"].values():
        if len(schema.get("properties", {})) > 3:
            del schema["properties"][list(schema["properties"])[-1]]
        schema["x-source"] = "elsewhere.md:1"


source, folder, wanted = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
one = parse(source.read_text("utf-8")).content
times = -(-wanted // len(one["paths"]))
spec = joined([copied(one, number) for number in range(times)])
(folder / "old.yaml").write_text(dump(spec), "utf-8")
change(spec)
(folder / "new.yaml").write_text(dump(spec), "utf-8")
