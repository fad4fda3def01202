"""Two other vendors' pages, read by configuration alone and scored by a reading of the bytes that shares no code."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from jekyll_openapi.config import find_config
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import Base

SITES = {"opensearch": "opensearch", "gitlab": "gitlab"}
METHOD = r"(GET|POST|PUT|PATCH|DELETE|HEAD)"
REQUEST_COLUMNS = {
    "opensearch": r"(path |query )?(parameter|property)s?",
    "gitlab": r"(attribute|parameter)s?",
}


@dataclass
class Row:
    line: int
    name: str
    cells: dict[str, str]
    section: str
    table_line: int
    heading_line: int


@dataclass
class Reading:
    """What a page states, by its lines alone."""

    operations: set[tuple[str, str]] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)


def read(text: str, site: str) -> Reading:
    found, heading, fence, heading_line, table_line = Reading(), "", "", 0, 0
    columns: list[str] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        mark = re.match(r"\s*(`{3,}|~{3,})\s*(\w*)", line)
        if mark and not fence:
            fence, language, start = mark[1], mark[2], number
            continue
        if fence:
            if line.strip().startswith(fence):
                inner = [one for one in lines[start : number - 1] if one.strip()]
                found.operations |= set(stated(inner, heading, language, site))
                fence = ""
            continue
        if title := re.match(r"(#{1,6})\s+(.*?)\s*#*$", line):
            heading, heading_line = title[2], number
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        if "|" not in line:
            columns = []
        elif number < len(lines) and re.fullmatch(r"\s*\|?[\s:|-]*-[\s:|-]*", lines[number]) and not columns:
            columns, table_line = [cell.casefold().strip("*` ") for cell in cells], number
        elif columns and not re.fullmatch(r"[\s:|-]*", line):
            named = dict(zip(columns, cells, strict=False))
            found.rows.append(Row(number, cells[0].strip("`* "), named, heading, table_line, heading_line))
    return found


def stated(inner: list[str], heading: str, language: str, site: str) -> Iterator[tuple[str, str]]:
    lines = [re.fullmatch(rf"\s*{METHOD}\s+(\S+)\s*", line) for line in inner]
    if site == "opensearch" and not re.fullmatch(r"endpoints?", heading, re.I):
        return
    if site == "gitlab" and (language != "plaintext" or not all(lines)):
        return
    for line in lines:
        if line:
            yield line[1].lower(), shaped(line[2])


def shaped(path: str) -> str:
    path = re.sub(r"<[^>]*>|\{[^}]*\}|(?<=/):\w+", "{}", path.split("?")[0])
    return "/" + path.strip("/")


@cache
def made(root: Path, site: str) -> Made:
    folder = root.parent / "shared" / "foreign" / SITES[site]
    if not folder.is_dir():
        pytest.skip("the other vendors' pages are not beside the project")
    return make_spec(folder, Base(), dialect=find_config(root / "examples" / site).dialect)


@cache
def readings(root: Path, site: str) -> dict[str, Reading]:
    folder = root.parent / "shared" / "foreign" / SITES[site]
    pages = (path for path in sorted(folder.rglob("*.md")) if path.name != "README.md")
    return {path.relative_to(folder).as_posix(): read(path.read_text(encoding="utf-8"), site) for path in pages}


def emitted(spec: Made) -> Iterator[tuple[str, str, dict[str, object]]]:
    for path, item in spec.spec["paths"].items():
        for method, operation in item.items():
            yield method, shaped(path), operation


@pytest.mark.parametrize("site", SITES)
def test_operations_are_those_that_the_pages_state(root: Path, site: str) -> None:
    spec = made(root, site)
    wanted = {one for reading in readings(root, site).values() for one in reading.operations}
    found = {(method, path) for method, path, _ in emitted(spec)}
    assert wanted
    assert found == wanted


@pytest.mark.parametrize("site", SITES)
def test_what_is_emitted_is_valid_openapi(root: Path, site: str) -> None:
    spec = json.loads(json.dumps(made(root, site).spec, default=float))
    assert [str(error) for error in OpenAPIV31SpecValidator(spec).iter_errors()] == []


@pytest.mark.parametrize("site", SITES)
def test_no_row_is_lost_in_silence(root: Path, site: str) -> None:
    spec = made(root, site)
    sources = set(re.findall(r'"x-source": "([^"]+)"', json.dumps(spec.spec, default=str)))
    said = {f"{one.location.file}:{one.location.line}" for one in (*spec.findings, *spec.inferred)}
    lost = [
        f"{page}:{row.line} {row.name}"
        for page, reading in readings(root, site).items()
        for row in reading.rows
        if not {f"{page}:{line}" for line in (row.line, row.table_line, row.heading_line)} & said
        and f"{page}:{row.line}" not in sources
    ]
    assert lost == []


TYPES = {
    "string": "string", "boolean": "boolean", "integer": "integer", "long": "integer", "object": "object",
    "list": "array", "array of strings": "array", "array of objects": "array", "time": "string", "float": "number",
    "integer array": "array",
}  # fmt: skip


def places(spec: Made) -> dict[str, list[tuple[str, str, dict[str, object], bool]]]:
    """Source line -> the places in which what it states is emitted: in, name, schema, required."""
    found: dict[str, list[tuple[str, str, dict[str, object], bool]]] = {}

    def walk(schema: dict[str, object], place: str, seen: tuple[str, ...] = ()) -> None:
        if ref := schema.get("$ref"):
            name = str(ref).rsplit("/", 1)[-1]
            if name not in seen:
                walk(spec.spec["components"]["schemas"][name], place, (*seen, name))
            return
        for name, one in dict(schema.get("properties", {})).items():  # type: ignore[call-overload]
            required = name in list(schema.get("required", ()))  # type: ignore[call-overload]
            found.setdefault(str(one.get("x-source")), []).append((place, name, one, required))
            walk(one, place, seen)
        for inner in (schema.get("items"), *list(schema.get("allOf", ()))):  # type: ignore[call-overload]
            if isinstance(inner, dict):
                walk(inner, place, seen)

    for _, _, operation in emitted(spec):
        for one in operation.get("parameters", ()):  # type: ignore[attr-defined]
            place = (one["in"], one["name"], one["schema"], one.get("required", False))
            found.setdefault(one["x-source"], []).append(place)
        body = operation.get("requestBody", {})
        for media in body.get("content", {}).values():  # type: ignore[attr-defined]
            walk(media["schema"], "body")
        for answer in operation["responses"].values():  # type: ignore[attr-defined]
            for media in answer.get("content", {}).values():
                walk(media["schema"], "response")
    return found


def is_right(row: Row, found: list[tuple[str, str, dict[str, object], bool]]) -> bool:
    name = re.split(r"[.:\[]", row.name)[-1].rstrip("]") or row.name.removesuffix("[]")
    said = next((text for title, text in row.cells.items() if title.endswith("type")), "").casefold().strip()
    required = next((text for title, text in row.cells.items() if title.startswith("required")), "")
    remark = next((text for title, text in row.cells.items() if title == "description"), "")
    is_required = bool(re.fullmatch(r"\**(yes|required)\**", required, re.I) or re.search(r"(^|\. )Required\.", remark))
    for place, emitted_name, schema, is_emitted_required in found:
        fits_name = name in (emitted_name, emitted_name.removesuffix("[]")) or row.name == emitted_name
        fits_type = said not in TYPES or schema.get("type") == TYPES[said] or "anyOf" in schema or "allOf" in schema
        if fits_name and fits_type and (place == "path" or is_emitted_required == is_required):
            return True
    return False


@pytest.mark.parametrize("site", SITES)
def test_parameters_are_right_in_name_place_type_and_need(root: Path, site: str) -> None:
    found = places(made(root, site))
    rows = [
        (page, row)
        for page, reading in readings(root, site).items()
        for row in reading.rows
        if reading.operations and re.fullmatch(REQUEST_COLUMNS[site], next(iter(row.cells)), re.I)
    ]
    wrong = [
        f"{page}:{row.line} {row.name}" for page, row in rows if not is_right(row, found.get(f"{page}:{row.line}", []))
    ]
    assert len(rows) > 20
    assert len(wrong) <= 0.05 * len(rows), wrong


@pytest.mark.parametrize("site", SITES)
def test_with_the_default_dialect_nothing_is_an_operation(root: Path, site: str) -> None:
    folder = root.parent / "shared" / "foreign" / SITES[site]
    if not folder.is_dir():
        pytest.skip("the other vendors' pages are not beside the project")
    assert make_spec(folder, Base()).spec["paths"] == {}
