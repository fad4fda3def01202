"""Each seeded change gives the row that is stated for it, and its opposite the row of the opposite."""

import pytest

from jekyll_openapi.diff.change import Change
from jekyll_openapi.diff.compare import compare
from tests.diff.seeds import Seed, read_seeds
from tests.sampling import every

SEEDS = read_seeds()


def shown(changes: tuple[Change, ...]) -> list[str]:
    """Level, side and kind of each."""
    return [f"{change.level} {change.side} {change.kind}" for change in changes]


def test_there_are_enough() -> None:
    assert len({seed.name for seed in SEEDS}) == len(SEEDS) >= 60


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_a_change_gives_its_row(seed: Seed) -> None:
    changes = compare(*seed.pair())
    assert sorted(shown(changes)) == sorted(seed.row)
    if seed.names:
        assert changes[0].names == seed.names
    assert seed.reason in [change.reason for change in changes] or not seed.reason
    for change in changes:
        assert change.message
        assert change.reason


@pytest.mark.deep
@pytest.mark.parametrize("seed", every(2, SEEDS), ids=str)
def test_its_opposite_gives_the_opposite_row(seed: Seed) -> None:
    before, after = seed.pair()
    assert sorted(shown(compare(after, before))) == sorted(seed.back)
