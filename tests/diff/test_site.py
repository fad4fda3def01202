"""The real site beside the default pages: two descriptions that differ in hundreds of places at once."""

from collections import Counter
from pathlib import Path

import pytest

from jekyll_openapi.diff.change import Change
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import read_base
from tests.diff.test_laws import opposite, outline


@pytest.fixture(scope="module")
def there_and_back(root: Path, site: Path) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The changes from the default pages to the site, and those from the site to the pages."""
    base = read_base(root / "spec" / "base.yaml")
    ours, theirs = (make_spec(pages, base).spec for pages in (root / "spec" / "pages", site))
    return compare(ours, theirs), compare(theirs, ours)


def test_each_change_is_there_once(there_and_back: tuple[tuple[Change, ...], ...]) -> None:
    for changes in there_and_back:
        counts = Counter((one.kind, one.path, one.old, one.new) for one in changes)
        assert [row for row, count in counts.items() if count > 1] == []
        assert changes


def test_each_has_an_opposite(there_and_back: tuple[tuple[Change, ...], ...]) -> None:
    there, back = (Counter(map(outline, changes)) for changes in there_and_back)
    assert Counter((opposite(kind), side, was, now) for kind, side, now, was in there.elements()) == back


def test_each_names_the_line_that_states_it(there_and_back: tuple[tuple[Change, ...], ...]) -> None:
    stated = [
        change for changes in there_and_back for change in changes if change.path.startswith("#/components/schemas")
    ]
    assert [change for change in stated if not change.location] == []
    assert [change for change in stated if not change.names] == []
