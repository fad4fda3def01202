"""Tells whether a client is up to date, so that it need not be generated again.

`.made-from` in the distribution holds the digest of the input (description, this package, versions of the generators)
and of each generated file. If any differs, the client is out of date; files not listed are never replaced.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jekyll_openapi.output.ownership import contents, digests, listing

NAME = ".made-from"
_TOOLS = ("openapi-python-client", "ruff")


def is_current(data: str, folder: Path) -> bool:
    """Whether the folder equals what would be generated now."""
    file = folder / NAME
    try:
        stated = file.read_text(encoding="utf-8") if file.is_file() else ""
        # First what it was made from: where that differs, the files need not be read.
        return stated.startswith(_input(data)) and stated == stamp(data, folder)
    except OSError:  # another build is putting its own in the place
        return False


def stamp(data: str, folder: Path) -> str:
    """The content of `.made-from` for a folder generated from this data."""
    made = [name for name in contents(folder) if name != NAME]
    return _input(data) + listing(digests(folder, made))


def sealed(data: str, files: Mapping[str, bytes]) -> str:
    """The same for files that are about to be written."""
    return _input(data) + listing({name: sha256(content).hexdigest() for name, content in files.items()})


def _input(data: str) -> str:
    return f"in {sha256((data + _made_by()).encode()).hexdigest()}\n"


@cache
def _made_by() -> str:
    """Versions of other generators and the digest of this package, computed once per process."""
    from importlib.metadata import version  # takes longer than all else of a command that needs no client

    tools = "".join(f"{name} {version(name)}\n" for name in _TOOLS)
    parts = (_package(files(f"jekyll_openapi.{part}"), f"{part}/") for part in ("client", "runtime"))
    return tools + _digest(entry for part in parts for entry in part)


def tree_digest(folder: Path) -> str:
    """SHA-256 over names and bytes of all generated files except the stamp."""
    return _digest((path.relative_to(folder).as_posix(), path.read_bytes()) for path in made_files(folder))


def made_files(folder: Path) -> list[Path]:
    """The generated files of a distribution, by name."""
    return sorted(folder / name for name in contents(folder) if name != NAME)


def _package(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found += _package(entry, f"{prefix}{entry.name}/")
        elif entry.is_file():
            found.append((prefix + entry.name, entry.read_bytes()))
    return found


def _digest(contents: Iterable[tuple[str, bytes]]) -> str:
    total = sha256()
    for name, content in sorted(contents):
        total.update(f"{len(name)} {name} {len(content)}\n".encode() + content)
    return total.hexdigest()
