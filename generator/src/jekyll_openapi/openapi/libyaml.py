"""Writes YAML with libyaml: block style, no aliases, keys in the given order."""

from decimal import Decimal
from typing import Any

import yaml

from jekyll_openapi.patterns import regex
from jekyll_openapi.terminal import clean_yaml, is_hiding

try:
    from yaml import CSafeDumper as _BaseDumper
except ImportError:  # a PyYAML without libyaml: ten times slower, same bytes
    from yaml import SafeDumper as _BaseDumper  # type: ignore[assignment]

WIDTH = 120
NUMBER_IN_1_2 = regex(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+")
"""Matches numbers of YAML 1.2, some of which are strings in YAML 1.1 and are therefore quoted."""
COMMAND = regex(r"(?:^|\s)::", needs=("::",))
"""Matches text that GitHub's runner would take for a workflow command if a fold put it at the start of a line."""


class _Dumper(_BaseDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: Any, text: str) -> yaml.ScalarNode:
    node: yaml.ScalarNode = dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))
    return node


def _style(text: str) -> str | None:
    """The style that a string must have; None if libyaml may choose."""
    if COMMAND.search(text):  # must not begin a line, where a log shows it
        return '"'
    if is_hiding(text):  # must be escaped, which double quotes alone allow
        return '"'
    return "|" if "\n" in text else "'" if NUMBER_IN_1_2.fullmatch(text) else None


def _number(dumper: Any, number: Decimal) -> yaml.ScalarNode:
    text = f"{number:f}"
    kind = "float" if "." in text else "int"
    node: yaml.ScalarNode = dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", text)
    return node


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _number)


def by_libyaml(content: object) -> str:
    """The content as libyaml writes it."""
    text: str = yaml.dump(
        content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=False, width=WIDTH
    )
    if text.endswith("\n...\n"):  # behind empty lines at the end of a text: in the middle of a document there is none
        text = text[: -len("...\n")]
    return clean_yaml(text) if is_hiding(text) else text
