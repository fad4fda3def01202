"""Whatever happens to a file of a project, a command does what it would do if nothing were remembered."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.disk_cache.projects import (
    CHANGES,
    TEXTS,
    WITHOUT_CLIENT,
    Kept,
    Runner,
    State,
    as_pipe,
    beside,
    changed,
    outputs,
    write,
)
from tests.sampling import part_of

Change = Callable[[Path], None]
Done = list[tuple[tuple[object, ...], State]]

FILES = (*TEXTS, "spec/openapi.yaml", "spec/openapi-3.0.yaml", "findings.txt")
WORDS = {
    "check": FILES,
    "build": FILES,
    "spec -o api.yaml": (*(name for name in FILES if "spec/" not in name), "api.yaml"),
}
"""Commands, each with the files that it reads or writes."""
_TOOK = re.compile(r", \d+\.\d s$", re.MULTILINE)


def done(project: Path, outcome: Runner, *words: str) -> Done:
    """What a run says and leaves; of a build, another one after it."""
    found: Done = []
    for _ in range(2 if words[0] == "build" else 1):
        code, out, said = outcome(*words)
        found.append(((code, out, _TOOK.sub(", a while", said)), outputs(project.parent)))
    return found


def require_seen(project: Path, outcome: Runner, ran: list[str], words: str, changes: dict[str, Change]) -> None:
    """Checks that each change of a file is seen, one after the other."""
    for name, change in changes.items():
        for _ in range(3):  # the first may write, the second is remembered
            first = outcome(*words.split())
        ran.clear()
        assert outcome(*words.split()) == first
        assert ran == [], "what is remembered does not count here, so that nothing would be tried"
        kept, found = Kept(project.parent), []
        for more in ([], ["--no-cache"]):
            change(project / name)
            found.append(done(project, outcome, *words.split(), *more))
            kept.restore()
        assert found[0] == found[1], name


@pytest.mark.deep
@pytest.mark.parametrize(
    ("words", "change"),
    [
        *(("build", one) for one in CHANGES),
        *(("spec -o api.yaml", one) for one in CHANGES),
        *(("check", one) for one in (changed, Path.unlink)),  # it looks at what a build looks at
    ],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_a_change_of_any_file_is_seen(
    project: Path, outcome: Runner, ran: list[str], words: str, change: Change
) -> None:
    write(project, {"pyproject.toml": WITHOUT_CLIENT})
    # Who reads a configuration or a base waits a while for something to come out of a pipe.
    names = [name for name in WORDS[words] if change is not as_pipe or name.endswith(".md")]
    # The other commands look at the files as `check` does.
    is_whole = words == "check" and change is changed
    tried = names if is_whole else part_of(names, CHANGES.index(change), 4)
    require_seen(project, outcome, ran, words, dict.fromkeys(tried, change))


OF_CLIENT: dict[str, dict[str, Change]] = {
    "edited": {"client/README.md": changed},
    "a mark edited": {"client/.made-from": changed},
    "a file gone": {"client/README.md": Path.unlink},
    "a file of others": {"client/README.md": beside},
}


@pytest.mark.parametrize("what", OF_CLIENT)
@pytest.mark.parametrize("words", ["check", "build", "client spec/openapi.yaml -o client --config other.toml"])
def test_a_change_of_the_client_is_seen(project: Path, outcome: Runner, ran: list[str], words: str, what: str) -> None:
    write(project, {"other.toml": '[tool.jekyll-openapi]\nbase = "base.yaml"\n'})
    require_seen(project, outcome, ran, words, OF_CLIENT[what])
