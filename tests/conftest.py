"""Fixtures for all tests: the repository, the external site, and the rule that no test may be skipped in CI."""

import gc
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.sampling import IS_DEEP, examples

pytest_plugins = ("tests.programs", "tests.judges.prism")

ROOT = Path(__file__).resolve().parent.parent

# How long an example takes says how busy the machine is. The examples are the same each run, so that what it says
# depends on the change alone; people's deep runs draw anew.
settings.register_profile("the same", settings.get_profile("ci"), max_examples=examples(100))
settings.register_profile("drawn anew", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("drawn anew" if IS_DEEP and not os.environ.get("JEKYLL_OPENAPI_CI") else "the same")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for all processes of this run: what one of them has made need not be made again."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "common"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the real site; skips where there is none."""
    path = (ROOT / os.environ.get("JEKYLL_OPENAPI_SITE", "../shared/site")).resolve()
    if not path.is_dir():
        pytest.skip("the real site is not here (JEKYLL_OPENAPI_SITE names its folder)")
    return path


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves what is marked `deep(only=True)` to deep runs."""
    left = (
        [] if IS_DEEP else [one for one in items if any(mark.kwargs.get("only") for mark in one.iter_markers("deep"))]
    )
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [one for one in items if one not in set(left)]


def pytest_collection_finish() -> None:
    """Leaves the tests themselves alone when garbage is looked for: they are there to the end, and there are many."""
    gc.collect()
    gc.freeze()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marks each test that draws examples: a deep run draws more."""
    if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
        item.add_marker("deep")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Names what was skipped and may not be, see `skips.txt`."""
    for reason in sorted(lost_tests(terminalreporter)):
        terminalreporter.write_line(f"skipped, and not in tests/skips.txt: {reason}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fails a run in which something was skipped that may not be."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and lost_tests(reporter) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def lost_tests(reporter: pytest.TerminalReporter) -> set[str]:
    """The reasons of skips that are not in the list, where it holds."""
    if not os.environ.get("JEKYLL_OPENAPI_CI"):
        return set()
    lines = (ROOT / "tests" / "skips.txt").read_text("utf-8").splitlines()
    known = re.compile("|".join(line for line in lines if line and not line.startswith("#")))
    reports = reporter.stats.get("skipped", [])
    reasons = {str(one.longrepr[2] if isinstance(one.longrepr, tuple) else one.longrepr) for one in reports}
    return {one for one in (reason.removeprefix("Skipped: ") for reason in reasons) if not known.fullmatch(one)}
