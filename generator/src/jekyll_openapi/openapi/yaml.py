"""YAML as the spec is written: block style, no aliases, keys in the order given, read alike by YAML 1.1 and 1.2."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

import yaml

from jekyll_openapi.memory import Memory

try:
    from yaml import CSafeDumper as _BaseDumper
except ImportError:  # a PyYAML without libyaml: ten times slower, same bytes
    from yaml import SafeDumper as _BaseDumper  # type: ignore[assignment]

_COMMAND = re.compile(r"(?:^|\s)::")
"""What is a command to GitHub's runner at the beginning of a line, as a text that is folded can have it."""
_NUMBER_IN_1_2 = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+")


class _Dumper(_BaseDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: Any, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else "'" if _NUMBER_IN_1_2.fullmatch(text) else None
    if _COMMAND.search(text):  # must not begin a line, where a log shows it
        style = '"'
    node: yaml.ScalarNode = dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
    return node


def _number(dumper: Any, number: Decimal) -> yaml.ScalarNode:
    text = f"{number:f}"
    kind = "float" if "." in text else "int"
    node: yaml.ScalarNode = dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", text)
    return node


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _number)


def dump(content: object) -> str:
    """The content as YAML text."""
    text: str = yaml.dump(
        content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=False, width=120
    )
    return text


def dump_spec(spec: Mapping[str, Any], memory: Memory) -> str:
    """A description as `dump` writes it; parts that the memory has seen are not written again."""
    lines: list[str] = []
    above: tuple[str, ...] = ()
    for place, key, value in _parts(spec):
        *heads, part = memory.get(("yaml", place, key, repr(value)), partial(_alone, place, key, value))
        lines += (f"{head}\n" for depth, head in enumerate(heads, 1) if place[:depth] != above[:depth])
        if part.endswith("\n...\n"):  # a text with empty lines at its end, which is written otherwise in the middle
            return dump(spec)
        lines.append(part)
        above = place
    return "".join(lines)


def _parts(spec: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str, Any]]:
    """The paths, the components and all else, each with the keys that lead to it."""
    for key, value in spec.items():
        if key == "paths" and value:
            yield from (((key,), path, item) for path, item in value.items())
        elif key == "components" and value and all(kind.isidentifier() and names for kind, names in value.items()):
            yield from (((key, kind), name, one) for kind, names in value.items() for name, one in names.items())
        else:
            yield (), key, value


def _alone(place: tuple[str, ...], key: str, value: object) -> list[str]:
    """The line of each key that leads to a part, and its own lines, indented and folded as they are in the whole."""
    content: object = {key: value}
    for one in reversed(place):
        content = {one: content}
    return dump(content).split("\n", len(place))
