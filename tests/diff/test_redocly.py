"""The seeded changes as `redocly diff` judges them: where it differs from ours, the seed says why ours is right.

It takes most of a second to start, so changes of operations and schemas are judged many at a time: each is made on a
copy of the description, and the copies, their paths and schemas numbered, become one description.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from jekyll_openapi.diff.change import bump
from jekyll_openapi.diff.compare import compare
from tests.diff.seeds import Json, Seed, read_seeds
from tests.judges import npm

SEEDS = read_seeds()
AT_ONCE = 50
RANKS = ("none", "patch", "minor", "major")
NUMBER = re.compile(r"#/(?:paths/~1|components/schemas/S)(\d+)")
COPIED = ("schemas", "responses")
Pair = tuple[Json, Json]


@pytest.fixture(scope="module")
def bumps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The bump that redocly finds for each seed."""
    folder = tmp_path_factory.mktemp("redocly")
    together = [seed for seed in SEEDS if can_be_numbered(seed)]
    groups = [together[start : start + AT_ONCE] for start in range(0, len(together), AT_ONCE)]
    found: dict[str, str] = {}
    for group in (*groups, *([seed] for seed in SEEDS if not can_be_numbered(seed))):
        impacts = judged([seed.pair() for seed in group], folder)
        found |= {seed.name: impact for seed, impact in zip(group, impacts, strict=True)}
    return found


def can_be_numbered(seed: Seed) -> bool:
    """Whether the change is inside operations and what is copied with them."""
    text = json.dumps(seed.change)
    inside = "|".join(f"components/{kind}" for kind in COPIED)
    return not re.search(rf'"#/(?!paths/|(?:{inside})/)', text)


def judged(pairs: Sequence[Pair], folder: Path) -> Iterator[str]:
    """The bump of each pair, by one run."""
    names = ("old.json", "new.json")
    for index, name in enumerate(names):
        specs = [one[index] for one in pairs]
        (folder / name).write_text(json.dumps(specs[0] if len(pairs) == 1 else numbered(specs)), "utf-8")
    finished = npm.run("redocly", "diff", *names, "--format=json", "--fail-on=none", folder=folder)
    assert finished.stdout, finished.stderr
    changes = json.loads(finished.stdout)["changes"]
    for number in range(len(pairs)):
        mine = [one for one in changes if len(pairs) == 1 or number_of(one["path"]) == number]
        yield max((one["impact"] for one in mine), key=RANKS.index, default="none")


def number_of(path: str) -> int:
    """The number of the copy that a path is in."""
    matched = NUMBER.match(path)
    assert matched, path
    return int(matched[1])


def numbered(specs: Sequence[Json]) -> Json:
    """One description of all, the rest of it as in the first."""
    whole: Json = specs[0] | {"paths": {}, "components": specs[0]["components"] | {kind: {} for kind in COPIED}}
    for number, spec in enumerate(specs):
        text = re.sub(r'"#/components/(schemas|responses)/', rf'"#/components/\1/S{number}', json.dumps(spec))
        marked = json.loads(text)
        whole["paths"] |= {f"/{number}{path}": item for path, item in marked["paths"].items()}
        for kind in COPIED:
            whole["components"][kind] |= {f"S{number}{name}": one for name, one in marked["components"][kind].items()}
    return whole


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_redocly_agrees_or_the_seed_says_why_not(seed: Seed, bumps: dict[str, str]) -> None:
    ours = bump(compare(*seed.pair())) or "none"
    if seed.redocly:
        theirs, reason = seed.redocly
        assert theirs == bumps[seed.name] != ours
        assert reason
    else:
        assert bumps[seed.name] == ours
