"""Reads the configuration: `[tool.jekyll-openapi]` in the nearest pyproject.toml or jekyll-openapi.toml."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jekyll_openapi.nearest import nearest
from jekyll_openapi.openapi.reading import ReadError, read_text
from jekyll_openapi.output.places import Standing, is_within
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, fields, replace
from jekyll_openapi.release import RELEASED
from jekyll_openapi.unusable import UnusableError

if TYPE_CHECKING:
    from jekyll_openapi.api.dialect import Dialect
    from jekyll_openapi.ignored import Ignored
    from jekyll_openapi.output.guard import Guard


class ConfigError(UnusableError):
    """The configuration cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration, with absolute paths; None for settings that are missing."""

    file: Path | None = None
    """The configuration file."""
    pages: Path | None = None
    """The site folder."""
    base: Path | None = None
    """The base description, hand-written."""
    overlay: Path | None = None
    """Corrections of the pages, hand-written."""
    spec: Path | None = None
    """The output file of the description."""
    findings: Path | None = None
    """The list of accepted findings."""
    client: Path | None = None
    """The output folder of the client."""
    own_dialect: "Dialect | None" = None
    """The dialect in `[tool.jekyll-openapi.dialect]`; None for the default."""
    limits: Limits = field(default_factory=Limits)
    """The limits in `[tool.jekyll-openapi.limits]`."""
    cache: bool = True
    """Whether runs are remembered, in `.jekyll-openapi-cache/` beside the configuration."""
    ignore: "tuple[Ignored, ...]" = ()
    """Findings to ignore: `ignore = ["rule", {rule = "...", pages = "...", reason = "..."}]`."""

    def lacks(self, *names: str) -> str:
        """Why a command that needs these settings cannot run, and what to do."""
        if not self.file:
            return "no configuration here or in a folder above; `jekyll-openapi init DOCS` writes one"
        missing = [name for name in names if not getattr(self, name)]
        return f"{self.file}: [tool.jekyll-openapi] needs {' and '.join(f'`{name}`' for name in missing)}"

    @property
    def dialect(self) -> "Dialect":
        """The dialect of the site."""
        if self.own_dialect:
            return self.own_dialect
        from jekyll_openapi.api.dialect import TRADOVATE  # 60 ms, for the commands that read pages

        return TRADOVATE

    @property
    def older_spec(self) -> Path | None:
        """The output file in OpenAPI 3.0: `openapi-3.0.yaml` beside `openapi.yaml`."""
        return self.spec and self.spec.with_name(f"{self.spec.stem}-3.0{self.spec.suffix}")

    @property
    def sockets(self) -> Path | None:
        """The output file in AsyncAPI: `asyncapi.yaml` beside `openapi.yaml`."""
        if self.spec is None:
            return None
        stem = self.spec.stem
        name = "asyncapi" if stem == "openapi" else f"{stem}-asyncapi"
        return self.spec.with_name(f"{name}{self.spec.suffix}")

    @property
    def changelog(self) -> Path | None:
        """The changelog that releases write, beside `spec`."""
        return self.spec and self.spec.with_name("CHANGELOG.md")

    @property
    def artifacts(self) -> Path:
        """The folder for the files of a release: `dist` beside the client, or else beside the configuration."""
        beside = self.client or self.file
        return beside.parent / "dist" if beside else Path("dist")

    @property
    def inputs(self) -> dict[str, Path]:
        """Name in messages -> path, for files that are read and never written."""
        found = {"`pages`": self.pages, "`base`": self.base, "`overlay`": self.overlay, "the configuration": self.file}
        return {name: path for name, path in found.items() if path}

    @property
    def outputs(self) -> dict[str, Path]:
        """Name in messages -> path, for files that a build writes."""
        found = {"`spec`": self.spec, "the 3.0 form of `spec`": self.older_spec}
        found |= {"the description of sockets beside `spec`": self.sockets}
        found |= {"`findings`": self.findings, "`client`": self.client}
        return {name: path for name, path in found.items() if path}

    @property
    def of_releases(self) -> dict[str, Path]:
        """Name in messages -> path, for what releases write beside `spec`."""
        if not (self.spec and self.changelog):
            return {}
        return {"the changelog": self.changelog, "the last release": self.spec.with_name(RELEASED)}

    def guard(self, *writes: Path | None, force: bool = False, warn: Callable[[str], None] = print) -> "Guard":
        """The guard for a command that writes these outputs; all inputs and other outputs are protected."""
        from jekyll_openapi.output.guard import Guard  # 10 ms, for the commands that write

        others = {name: path for name, path in (self.outputs | self.of_releases).items() if path not in writes}
        return Guard(self.inputs | others, force, warn)


OWN = "jekyll-openapi.toml"
FILES = ("pyproject.toml", OWN)
"""Names of configuration files; the first one found in a folder is used."""
_LARGEST = 128 * 1024
"""Most bytes of a configuration file: parsing a name with many dots takes quadratic time."""
_STREAM = regex(r"/dev/(std(in|out|err)|fd/\d+)|/proc/\w+(/task/\d+)?/fd/\d+", needs=("dev/", "proc/"))
_LONGEST_PATH = 4096
"""Most characters of a path; no system takes more."""
_SETTINGS = tuple(one.name.removeprefix("own_") for one in fields(Config) if one.name != "file")
_PATHS = tuple(name for name in _SETTINGS if name not in ("dialect", "limits", "cache", "ignore"))


def find_config(folder: Path, named: Path | None = None) -> Config:
    """The configuration for a folder: the named file, or the nearest one in the folder or above.

    Raises ConfigError and OSError.
    """
    if named:
        table = table_of(named)
        if table is None:
            raise ConfigError(f"{named} has no table [tool.jekyll-openapi]")
        return _read_of(table, Path(os.path.abspath(named)))
    for place in (folder, *folder.parents):
        for file in (place / name for name in FILES):
            if not file.is_file():
                continue
            if (table := table_of(file)) is not None:
                return _read_of(table, file)
            if file.name == OWN:
                raise ConfigError(f"{file} has no table [tool.jekyll-openapi]")
    return Config()


def _read_of(table: dict[str, object], file: Path) -> Config:
    try:
        return _read(table, file)
    except ConfigError as problem:
        raise ConfigError(f"{file}: [tool.jekyll-openapi]: {problem}") from problem


def table_of(file: Path) -> dict[str, object] | None:
    """`[tool.jekyll-openapi]` of a file, None if there is none; raises ConfigError and OSError."""
    import tomllib  # where there is a file: 4 ms

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
        raise ConfigError(f"{file}: [tool.jekyll-openapi] must be a table")
    return table


def _read(table: dict[str, object], file: Path) -> Config:
    paths: dict[str, Path] = {}
    for name, value in table.items():
        if name not in _SETTINGS:
            near = nearest(name, _SETTINGS)
            hint = f"; did you mean `{near[0]}`?" if near else f"; there are {', '.join(_SETTINGS)}"
            raise ConfigError(f"there is no setting `{name}`{hint}")
        if name in _PATHS:
            if not isinstance(value, str) or not value or "\0" in value or len(value) > _LONGEST_PATH:
                raise ConfigError(f"`{name}` must be a path, got {value!r:.60}")
            paths[name] = Path(os.path.realpath(file.parent / value))
            # A build writes beside what is named here, too, and reads it again for its next comparison.
            is_stream = _STREAM.fullmatch(os.path.abspath(file.parent / value))
            if is_stream or (paths[name].exists() and not (paths[name].is_file() or paths[name].is_dir())):
                raise ConfigError(f"`{name}` must be a file or folder on disk, got {value!r:.60}")
    dialect = _dialect(_settings(table, "dialect"))
    limits = _limits(_settings(table, "limits"))
    cache = table.get("cache", True)
    if not isinstance(cache, bool):
        raise ConfigError(f"`cache` must be true or false, got {cache!r:.60}")
    config = Config(file=file, **paths, own_dialect=dialect, limits=limits, cache=cache, ignore=_ignored(table))
    _require_apart(config)
    return config


def _require_apart(config: Config) -> None:
    """Raises ConfigError if an output equals or contains an input or another output, or lies inside of one."""
    outputs = list(config.outputs.items())
    named = (*config.inputs.items(), *outputs, *config.of_releases.items())
    standing = {path: Standing.of(path) for _, path in named}
    for index, (name, output) in enumerate(outputs):
        for other, path in (*config.inputs.items(), *outputs[:index], *config.of_releases.items()):
            if standing[output].place == standing[path].place:
                raise ConfigError(f"{name} and {other} are the same: {output}")
            if standing[path].is_within(standing[output]):
                raise ConfigError(f"{other} is inside {name}, which each build replaces: {path}")
            if standing[output].is_within(standing[path]) and not _may_lie_in(output, path, config):
                raise ConfigError(f"{name} is inside {other}: {output}")


def _may_lie_in(output: Path, folder: Path, config: Config) -> bool:
    """Whether the output may lie in the site folder: the site is the whole project, and Jekyll does not read the
    output."""
    if folder != config.pages or not config.file or not is_within(config.file, folder):
        return False
    from jekyll_openapi.output.guard import is_read_from_site

    inside = output / "README.md" if output == config.client else output
    return not is_read_from_site(os.path.relpath(inside, folder))


def _settings(table: dict[str, object], name: str) -> dict[str, object]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise ConfigError(f"`{name}` must be a table")
    return found


def _dialect(settings: dict[str, object]) -> "Dialect | None":
    if not settings:
        return None
    from jekyll_openapi.api.settings import DialectError, dialect_from

    try:
        return dialect_from(settings)
    except DialectError as problem:
        raise ConfigError(f"`dialect`: {problem}") from problem


def _ignored(table: dict[str, object]) -> "tuple[Ignored, ...]":
    if "ignore" not in table:
        return ()
    from jekyll_openapi.ignored import IgnoreError, read_ignored  # with all rules

    try:
        return read_ignored(table["ignore"])
    except IgnoreError as problem:
        raise ConfigError(str(problem)) from problem


def _limits(settings: dict[str, object]) -> Limits:
    known = [one.name for one in fields(Limits)]
    for name, value in settings.items():
        if name not in known:
            raise ConfigError(f"there is no limit `{name}`; there are {', '.join(known)}")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ConfigError(f"the limit `{name}` must be an integer above 0, got {value!r:.60}")
    return replace(Limits(), **settings)  # type: ignore[arg-type]
