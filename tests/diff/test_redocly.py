"""The seeded changes as `redocly diff` judges them: where it differs from ours, the seed says why ours is right.

It takes most of a second to start, so changes of operations and schemas are judged many at a time: each is made on a
copy of the description, and the copies, their paths and schemas numbered, become one description.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.diff.seeds import Json, Seed, read_seeds
from tests.programs import Programs

SEEDS = read_seeds()
AT_ONCE = 50
RANKS = ("none", "patch", "minor", "major")
BUMPS = {"breaking": "major", "warning": "minor", "compatible": "minor", "note": "patch"}
"""What a row of each level asks for; that a seed gives its rows is tested in `test_seeds.py`."""
NUMBER = re.compile(r"#/(?:paths/~1|components/schemas/S)(\d+)")
COPIED = ("schemas", "responses")
Pair = tuple[Json, Json]


def can_be_numbered(seed: Seed) -> bool:
    """Whether the change is inside operations and what is copied with them."""
    text = json.dumps(seed.change)
    inside = "|".join(f"components/{kind}" for kind in COPIED)
    return not re.search(rf'"#/(?!paths/|(?:{inside})/)', text)


def judged(pairs: Sequence[Pair], folder: Path, programs: Programs) -> Iterator[str]:
    """The bump of each pair, by one run."""
    names = ("old.json", "new.json")
    for index, name in enumerate(names):
        specs = [one[index] for one in pairs]
        (folder / name).write_text(json.dumps(specs[0] if len(pairs) == 1 else numbered(specs)), "utf-8")
    finished = programs.run(*programs.npm("redocly"), "diff", *names, "--format=json", "--fail-on=none", folder=folder)
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


NUMBERED = [seed for seed in SEEDS if can_be_numbered(seed)]
RUNS = [
    *(NUMBERED[start : start + AT_ONCE] for start in range(0, len(NUMBERED), AT_ONCE)),
    *([seed] for seed in SEEDS if not can_be_numbered(seed)),
]


@pytest.mark.parametrize("seeds", RUNS, ids=lambda seeds: str(seeds[0]))
def test_redocly_agrees_or_the_seed_says_why_not(seeds: list[Seed], tmp_path: Path, programs: Programs) -> None:
    pairs = [seed.pair() for seed in seeds]
    for seed, theirs in zip(seeds, judged(pairs, tmp_path, programs), strict=True):
        ours = max((BUMPS[row.split()[0]] for row in seed.row), key=RANKS.index, default="none")
        if seed.redocly:
            said, reason = seed.redocly
            assert said == theirs != ours, seed.name
            assert reason
        else:
            assert theirs == ours, seed.name
