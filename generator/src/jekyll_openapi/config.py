"""`[tool.jekyll-openapi]` of the nearest pyproject.toml: what is built from what."""

import difflib
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from jekyll_openapi.api.dialect import TRADOVATE, Dialect, DialectError, dialect_from
from jekyll_openapi.pages.limits import Limits


class ConfigError(Exception):
    """The configuration cannot be used; says where and why."""


@dataclass(frozen=True, slots=True)
class Config:
    """Absolute paths; None where the configuration is silent."""

    file: Path | None = None
    """The pyproject.toml that says so."""
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
    dialect: Dialect = TRADOVATE
    """The words of the site: `[tool.jekyll-openapi.dialect]`."""
    limits: Limits = field(default_factory=Limits)
    """How large a site may be: `[tool.jekyll-openapi.limits]`."""


_SETTINGS = tuple(one.name for one in fields(Config) if one.name != "file")
_PATHS = tuple(name for name in _SETTINGS if name not in ("dialect", "limits"))


def find_config(folder: Path) -> Config:
    """The configuration that holds in a folder: the nearest one there or above; raises ConfigError."""
    for place in (folder, *folder.parents):
        file = place / "pyproject.toml"
        if file.is_file() and (table := _table(file)) is not None:
            try:
                return _read(table, file)
            except (DialectError, ConfigError) as problem:
                raise ConfigError(f"{file}: [tool.jekyll-openapi]: {problem}") from problem
    return Config()


def _table(file: Path) -> dict[str, object] | None:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise ConfigError(f"{file}: {problem}") from problem
    tools = content.get("tool")
    table = tools.get("jekyll-openapi") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{file}: [tool.jekyll-openapi] is no table")
    return table


def _read(table: dict[str, object], file: Path) -> Config:
    paths: dict[str, Path] = {}
    for name, value in table.items():
        if name not in _SETTINGS:
            near = difflib.get_close_matches(name, _SETTINGS, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else f"; known are {', '.join(_SETTINGS)}"
            raise ConfigError(f"there is no setting `{name}`{hint}")
        if name in _PATHS:
            if not isinstance(value, str) or not value:
                raise ConfigError(f"`{name}` is no path")
            paths[name] = (file.parent / value).resolve()
    dialect = dialect_from(_settings(table, "dialect"))
    return Config(file=file, **paths, dialect=dialect, limits=_limits(_settings(table, "limits")))


def _settings(table: dict[str, object], name: str) -> dict[str, object]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise ConfigError(f"`{name}` is no table")
    return found


def _limits(settings: dict[str, object]) -> Limits:
    known = [one.name for one in fields(Limits)]
    for name, value in settings.items():
        if name not in known:
            raise ConfigError(f"there is no limit `{name}`; known are {', '.join(known)}")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ConfigError(f"the limit `{name}` is no number above 0")
    return replace(Limits(), **settings)  # type: ignore[arg-type]
