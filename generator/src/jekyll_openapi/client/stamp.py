"""What a client was made from, so that one that is in step is not made again.

The file `.made-from` in the distribution holds the digest of what goes in (the spec, this package, the versions of the
generators) and that of every file that came out. All have to hold for the client to be in step; and what is not listed
is not ours to replace.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jekyll_openapi.output.ownership import contents, digests, listing

NAME = ".made-from"
_TOOLS = ("openapi-python-client", "ruff")


def is_current(data: str, folder: Path) -> bool:
    """Whether the folder holds just what would be made now of the spec with this data."""
    file = folder / NAME
    try:
        return file.is_file() and file.read_text(encoding="utf-8") == stamp(data, folder)
    except OSError:  # another build is putting its own in the place
        return False


def seal(data: str, folder: Path) -> None:
    """Notes in the folder what it was made from."""
    (folder / NAME).write_text(stamp(data, folder), encoding="utf-8")


def stamp(data: str, folder: Path) -> str:
    """What `.made-from` says of a folder made of the spec with this data."""
    made = [name for name in contents(folder) if name != NAME]
    return f"in {sha256((data + _made_by()).encode()).hexdigest()}\n{listing(digests(folder, made))}"


@cache
def _made_by() -> str:
    """The generators: versions of those of others, the digest of this one, as it is when the process first asks."""
    from importlib.metadata import version  # takes longer than all else of a command that needs no client

    tools = "".join(f"{name} {version(name)}\n" for name in _TOOLS)
    parts = (_package(files(f"jekyll_openapi.{part}"), f"{part}/") for part in ("client", "runtime"))
    return tools + _digest(entry for part in parts for entry in part)


def tree_digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files that were made, the stamp aside."""
    return _digest((path.relative_to(folder).as_posix(), path.read_bytes()) for path in made_files(folder))


def made_files(folder: Path) -> list[Path]:
    """The files of a distribution that were made, by name."""
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
