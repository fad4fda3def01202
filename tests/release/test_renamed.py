"""What is called otherwise now stays in the description of one version under its old name, deprecated."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

from jekyll_openapi.cli import main
from jekyll_openapi.openapi.renamed import without_renamed
from jekyll_openapi.release.renamed import Renamed, read_renamed
from tests.release.workplace import commit

Change = Callable[..., None]
VERSIONS = ("openapi.yaml", "openapi-3.0.yaml")
MENDED = ("description", "operationId", "tags")
"""What an operation under its old name may have otherwise."""


def spec_of(folder: Path, name: str = "openapi.yaml") -> Any:
    spec = yaml.safe_load((folder / "spec" / name).read_text("utf-8"))
    validate(spec)
    return spec


def marks(spec: Any) -> dict[str, str]:
    """What stands there under an old name, with the new one; all of it is deprecated and says so."""
    found = {name: one for name, one in spec["components"]["schemas"].items() if "x-renamed-to" in one}
    for path, item in spec["paths"].items():
        found |= {f"{method} {path}": one for method, one in item.items() if "x-renamed-to" in one}
    assert all(one["deprecated"] for one in found.values())
    assert all(one["description"].startswith("Gone from the pages since 0.2.0. ") for one in found.values())
    return {name: one["x-renamed-to"] for name, one in found.items()}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"path": "/a/put"}, {"post /a/set": "POST /a/put", "Set": "Put"}),
        ({"path": "/b/set"}, {"post /a/set": "POST /b/set"}),
        ({"name": "Result"}, {"Done": "Result"}),
        ({"path": "/a/put", "name": "Result"}, {"post /a/set": "POST /a/put", "Set": "Put", "Done": "Result"}),
        ({"size": "amount"}, {}),
    ],
    ids=["operation", "group", "schema", "both", "property"],
)
def test_the_old_name_stays_for_one_version(
    released: Path, change: Change, words: dict[str, str], expected: dict[str, str]
) -> None:
    old = {name: spec_of(released, name) for name in VERSIONS}
    change(**words)
    assert all(marks(spec_of(released, name)) == {} for name in VERSIONS)
    assert main(["release"]) == 0
    for name in VERSIONS:
        spec = spec_of(released, name)
        assert marks(spec) == expected
        are_the_same_but_for_what_is_mended(old[name], spec, expected)
        assert {tag for item in spec["paths"].values() for one in item.values() for tag in one["tags"]} == {
            one["name"] for one in spec["tags"]
        }
    assert main(["check"]) == 0
    commit(released)
    change(**words, remark="Other words.")
    assert all(marks(spec_of(released, name)) == expected for name in VERSIONS)
    assert main(["release"]) == 0
    assert "0.2.1: no change" not in (released / "spec" / "CHANGELOG.md").read_text("utf-8")
    assert spec_of(released)["info"]["version"] == "0.2.1"
    assert all(marks(spec_of(released, name)) == {} for name in VERSIONS)
    assert not (released / "spec" / "released" / "renamed.json").exists()
    assert main(["check"]) == 0


def are_the_same_but_for_what_is_mended(old: Any, spec: Any, places: dict[str, str]) -> None:
    for place in places:
        method, _, path = place.rpartition(" ")
        was = old["paths"][path][method] if method else old["components"]["schemas"][place]
        now = spec["paths"][path][method] if method else spec["components"]["schemas"][place]
        assert {key: now[key] for key in was if key not in MENDED} == {
            key: one for key, one in was.items() if key not in MENDED
        }


def test_the_client_has_the_new_names_only_and_says_what_to_use(released: Path, change: Change) -> None:
    change(path="/a/put", name="Result")
    assert main(["release"]) == 0
    group = (released / "generated" / "small_client" / "groups" / "a.py").read_text("utf-8")
    assert "def put(" in group
    assert "def set(" not in group
    models = (released / "generated" / "small_client" / "models" / "__init__.py").read_text("utf-8")
    assert 'Gone("models.Done", "0.2.0", "models.Result"' in " ".join(models.split()).replace("( ", "(")


def test_a_name_that_is_back_is_what_the_pages_say(released: Path, change: Change) -> None:
    change(path="/a/put", name="Result")
    assert main(["release"]) == 0
    commit(released)
    change()
    assert marks(spec_of(released)) == {}


def test_an_id_that_is_taken_is_given_once(released: Path, change: Change) -> None:
    change(path="/b/set")
    assert main(["release"]) == 0
    paths = spec_of(released)["paths"]
    assert [paths[path]["post"]["operationId"] for path in ("/a/set", "/b/set")] == ["setDeprecated", "set"]


@pytest.mark.parametrize("paths", ["[]", '{"/a": 1}', '{"/a": {"x": {}}}', '{"/a": {"get": 1}}'])
def test_a_list_that_no_release_has_written_is_said(
    released: Path, paths: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (released / "spec" / "released" / "renamed.json").write_text(f'{{"paths": {paths}, "schemas": {{}}}}', "utf-8")
    assert main(["build"]) == 2
    assert "renamed.json:1:1: not as a release has written it" in capsys.readouterr().err


def test_nothing_under_an_old_name_is_nothing_to_leave_out() -> None:
    unmarked: list[Any] = [{}, {"paths": None}, {"paths": {"/a": {}}, "components": {"schemas": {"A": True}}}]
    for spec in unmarked:
        assert without_renamed(spec) is spec
    assert read_renamed({"paths": {}, "schemas": {}}) == Renamed()
    marked = {"x-renamed-to": ""}
    spec = {"paths": {"/a": {"get": marked, "put": {}}, "/b": {"get": marked}, "/c": {}}}
    assert without_renamed(spec)["paths"] == {"/a": {"put": {}}, "/c": {}}
