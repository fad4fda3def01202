"""`[tool.jekyll-openapi]` of the nearest pyproject.toml: what is built from what."""

import difflib
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path


class ConfigError(Exception):
    """The configuration cannot be used; says where and why."""


@dataclass(frozen=True, slots=True)
class Config:
    """Absolute paths; None where the configuration is silent."""

    pages: Path | None = None
    """The site folder."""
    base: Path | None = None
    """The base description, written by people."""
    overlay: Path | None = None
    """Corrections of what the pages say, written by people."""
    spec: Path | None = None
    """Where the description goes."""
    findings: Path | None = None
    """The accepted findings."""
    client: Path | None = None
    """The folder of the client's distribution."""


def find_config(folder: Path) -> Config:
    """The configuration that holds in a folder: the nearest one there or above; raises ConfigError."""
    for place in (folder, *folder.parents):
        file = place / "pyproject.toml"
        if file.is_file() and (table := _table(file)) is not None:
            return _read(table, file)
    return Config()


def _table(file: Path) -> dict[str, object] | None:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise ConfigError(f"{file}: {problem}") from problem
    table = content.get("tool", {}).get("jekyll-openapi")
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{file}: [tool.jekyll-openapi] is no table")
    return table


def _read(table: dict[str, object], file: Path) -> Config:
    known = [field.name for field in fields(Config)]
    for name, value in table.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else f"; known are {', '.join(known)}"
            raise ConfigError(f"{file}: [tool.jekyll-openapi] has no setting `{name}`{hint}")
        if not isinstance(value, str) or not value:
            raise ConfigError(f"{file}: [tool.jekyll-openapi] `{name}` is no path")
    return Config(**{name: (file.parent / str(value)).resolve() for name, value in table.items()})
