"""`[tool.jekyll-openapi]` of the nearest pyproject.toml or jekyll-openapi.toml: what is built from what."""

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jekyll_openapi.ignored import Ignored, IgnoreError, read_ignored
from jekyll_openapi.nearest import nearest
from jekyll_openapi.openapi.reading import ReadError, read_text
from jekyll_openapi.output.guard import Guard, is_read_from_site
from jekyll_openapi.output.places import is_same, is_within
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.records import dataclass, field, fields, replace
from jekyll_openapi.unusable import UnusableError

if TYPE_CHECKING:
    from jekyll_openapi.api.dialect import Dialect


class ConfigError(UnusableError):
    """The configuration cannot be used; says where and why."""


@dataclass(frozen=True, slots=True)
class Config:
    """Absolute paths; None where the configuration is silent."""

    file: Path | None = None
    """The file that says so."""
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
    own_dialect: "Dialect | None" = None
    """The words of a site that has its own: `[tool.jekyll-openapi.dialect]`."""
    limits: Limits = field(default_factory=Limits)
    """How large a site may be: `[tool.jekyll-openapi.limits]`."""
    ignore: tuple[Ignored, ...] = ()
    """Findings that do not count: `ignore = ["rule", {rule = "...", pages = "...", reason = "..."}]`."""

    @property
    def dialect(self) -> "Dialect":
        """The words of the site."""
        if self.own_dialect:
            return self.own_dialect
        from jekyll_openapi.api.dialect import TRADOVATE  # 60 ms, for the commands that read pages

        return TRADOVATE

    @property
    def older_spec(self) -> Path | None:
        """Where the description goes in OpenAPI 3.0: `openapi-3.0.yaml` beside `openapi.yaml`."""
        return self.spec and self.spec.with_name(f"{self.spec.stem}-3.0{self.spec.suffix}")

    @property
    def sockets(self) -> Path | None:
        """Where the sockets go, in AsyncAPI: `asyncapi.yaml` beside `openapi.yaml`."""
        if self.spec is None:
            return None
        stem = self.spec.stem
        name = "asyncapi" if stem == "openapi" else f"{stem}-asyncapi"
        return self.spec.with_name(f"{name}{self.spec.suffix}")

    @property
    def inputs(self) -> dict[str, Path]:
        """What is read and never written, by what messages call it."""
        found = {"`pages`": self.pages, "`base`": self.base, "`overlay`": self.overlay, "the configuration": self.file}
        return {name: path for name, path in found.items() if path}

    @property
    def outputs(self) -> dict[str, Path]:
        """What a build writes, by what messages call it."""
        found = {"`spec`": self.spec, "the 3.0 form of `spec`": self.older_spec}
        found |= {"the description of sockets beside `spec`": self.sockets}
        found |= {"`findings`": self.findings, "`client`": self.client}
        return {name: path for name, path in found.items() if path}

    def guard(self, *writes: Path | None, force: bool = False, warn: Callable[[str], None] = print) -> Guard:
        """What a command must not overwrite that writes these of the outputs; the others are of other commands."""
        others = {name: path for name, path in self.outputs.items() if path not in writes}
        return Guard(self.inputs | others, force, warn)


FILES = ("pyproject.toml", "jekyll-openapi.toml")
"""Files that may hold a configuration; of two in one folder the first holds."""
_LARGEST = 128 * 1024
"""Bytes of a pyproject.toml; a name with many dots costs the square of their number."""
_SETTINGS = tuple(one.name.removeprefix("own_") for one in fields(Config) if one.name != "file")
_PATHS = tuple(name for name in _SETTINGS if name not in ("dialect", "limits", "ignore"))


def find_config(folder: Path, named: Path | None = None) -> Config:
    """The configuration that holds in a folder: the file named, else the nearest one there or above.

    Raises ConfigError, OSError.
    """
    if named:
        table = table_of(named)
        if table is None:
            raise ConfigError(f"{named} has no [tool.jekyll-openapi]")
        return _read_of(table, Path(os.path.abspath(named)))
    for place in (folder, *folder.parents):
        for file in (place / name for name in FILES):
            if file.is_file() and (table := table_of(file)) is not None:
                return _read_of(table, file)
    return Config()


def _read_of(table: dict[str, object], file: Path) -> Config:
    try:
        return _read(table, file)
    except (ConfigError, IgnoreError) as problem:
        raise ConfigError(f"{file}: [tool.jekyll-openapi]: {problem}") from problem


def table_of(file: Path) -> dict[str, object] | None:
    """`[tool.jekyll-openapi]` of a file; None where it has none; raises ConfigError, OSError."""
    try:
        content = tomllib.loads(read_text(file, size=_LARGEST))
    except ReadError as problem:
        raise ConfigError(str(problem)) from problem
    except RecursionError as problem:
        raise ConfigError(f"{file}: nested too deeply") from problem
    except ValueError as problem:  # no TOML, or a number too long for Python
        raise ConfigError(f"{file}: {problem}") from problem
    tools = content.get("tool")
    table = tools.get("jekyll-openapi") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{file}: [tool.jekyll-openapi] is not a table")
    return table


def _read(table: dict[str, object], file: Path) -> Config:
    paths: dict[str, Path] = {}
    for name, value in table.items():
        if name not in _SETTINGS:
            near = nearest(name, _SETTINGS)
            hint = f"; did you mean `{near[0]}`?" if near else f"; known are {', '.join(_SETTINGS)}"
            raise ConfigError(f"there is no setting `{name}`{hint}")
        if name in _PATHS:
            if not isinstance(value, str) or not value:
                raise ConfigError(f"`{name}` is not a path")
            paths[name] = Path(os.path.realpath(file.parent / value))
    dialect = _dialect(_settings(table, "dialect"))
    limits = _limits(_settings(table, "limits"))
    config = Config(
        file=file, **paths, own_dialect=dialect, limits=limits, ignore=read_ignored(table.get("ignore", []))
    )
    _require_apart(config)
    return config


def _require_apart(config: Config) -> None:
    """Raises ConfigError where an output is an input or another output, or lies inside one."""
    outputs = list(config.outputs.items())
    for index, (name, output) in enumerate(outputs):
        for other, path in (*config.inputs.items(), *outputs[:index]):
            if is_same(output, path):
                raise ConfigError(f"{name} and {other} are the same: {output}")
            if is_within(path, output):
                raise ConfigError(f"{other} lies in {name}, which is written whole: {path}")
            if is_within(output, path) and not _may_lie_in(output, path, config):
                raise ConfigError(f"{name} lies in {other}: {output}")


def _may_lie_in(output: Path, folder: Path, config: Config) -> bool:
    """Whether the folder is a site that is the whole project, and the output none of what is read of it."""
    if folder != config.pages or not config.file or not is_within(config.file, folder):
        return False
    inside = output / "README.md" if output == config.client else output
    return not is_read_from_site(os.path.relpath(inside, folder))


def _settings(table: dict[str, object], name: str) -> dict[str, object]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise ConfigError(f"`{name}` is not a table")
    return found


def _dialect(settings: dict[str, object]) -> "Dialect | None":
    if not settings:
        return None
    from jekyll_openapi.api.settings import DialectError, dialect_from

    try:
        return dialect_from(settings)
    except DialectError as problem:
        raise ConfigError(str(problem)) from problem


def _limits(settings: dict[str, object]) -> Limits:
    known = [one.name for one in fields(Limits)]
    for name, value in settings.items():
        if name not in known:
            raise ConfigError(f"there is no limit `{name}`; known are {', '.join(known)}")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ConfigError(f"the limit `{name}` is not a number above 0")
    return replace(Limits(), **settings)  # type: ignore[arg-type]
