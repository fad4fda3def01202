"""`dist/`: what a release hands out, for people and for programs."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from openapi_spec_validator import validate
from packaging.metadata import Metadata
from referencing import Registry
from referencing.jsonschema import DRAFT7

from jekyll_openapi.cli import main
from jekyll_openapi.release.artifacts import media_type
from tests.release.workplace import commit

WHEEL = "small_client-0.1.0-py3-none-any.whl"
SDIST = "small_client-0.1.0.tar.gz"


@pytest.fixture
def dist(released: Path) -> Path:
    return released / "dist"


def content(path: Path) -> Any:
    text = path.read_text("utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)


def test_everything_is_there_under_names_that_stay(dist: Path) -> None:
    stems = [f"openapi{form}{version}" for form in ("", "-3.0") for version in ("", "-0.1.0")]
    forms = [f"{stem}.{end}" for stem in stems for end in ("json", "yaml")]
    others = ["CHANGELOG.md", "SHA256SUMS", "findings.json", "manifest.json", "reference.html", "sbom.cdx.json"]
    assert sorted(one.name for one in dist.iterdir()) == sorted([*forms, *others, WHEEL, SDIST])


def test_every_form_says_the_same(dist: Path) -> None:
    for form in ("openapi", "openapi-3.0"):
        one = content(dist / f"{form}.yaml")
        validate(one)
        assert one["info"]["version"] == "0.1.0"
        for name in (f"{form}.json", f"{form}-0.1.0.json", f"{form}-0.1.0.yaml"):
            assert content(dist / name) == one
    assert content(dist / "findings.json") == []
    assert "/a/set" in (dist / "reference.html").read_text("utf-8")
    log = dist.parent / "spec" / "CHANGELOG.md"
    assert (dist / "CHANGELOG.md").read_bytes() == log.read_bytes()


def test_the_checksums_hold(dist: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    done = subprocess.run(command, cwd=dist, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(list(dist.iterdir())) - 1


def test_the_manifest_lists_what_there_is(dist: Path) -> None:
    manifest = content(dist / "manifest.json")
    assert (manifest["name"], manifest["version"]) == ("Small API", "0.1.0")
    assert manifest["pages"] == content(dist / "openapi.json")["info"]["x-pages"]
    listed = {one["name"]: one for one in manifest["files"]}
    assert listed.keys() == {one.name for one in dist.iterdir()} - {"manifest.json", "SHA256SUMS"}
    for name, one in listed.items():
        data = (dist / name).read_bytes()
        assert (one["sha256"], one["size"]) == (sha256(data).hexdigest(), len(data))
        assert one["media-type"] == media_type(name)


def test_a_media_type_says_what_a_file_is() -> None:
    assert {name: media_type(name) for name in ("openapi-3.0-1.2.3.json", "openapi-0.3.0.yaml", "asyncapi.yaml")} == {
        "openapi-3.0-1.2.3.json": "application/vnd.oai.openapi+json; version=3.0",
        "openapi-0.3.0.yaml": "application/vnd.oai.openapi+yaml; version=3.1",
        "asyncapi.yaml": "application/vnd.aai.asyncapi+yaml; version=3.0.0",
    }


def test_the_bill_of_materials_is_one_by_its_schema(dist: Path) -> None:
    found = files("cyclonedx.schema") / "_res"
    names = {"bom-1.6.SNAPSHOT.schema.json", "spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json"}
    schemas = {name: json.loads((found / name).read_text("utf-8")) for name in names}
    registry: Registry[Any] = Registry().with_resources(
        (f"http://cyclonedx.org/schema/{name}", DRAFT7.create_resource(one)) for name, one in schemas.items()
    )
    bill = content(dist / "sbom.cdx.json")
    schema = schemas["bom-1.6.SNAPSHOT.schema.json"]
    validator = Draft7Validator(schema, registry=registry, format_checker=Draft7Validator.FORMAT_CHECKER)
    assert [one.message for one in validator.iter_errors(bill)] == []
    assert [one.message for one in validator.iter_errors(bill | {"serialNumber": "1"})] != []
    assert bill["metadata"]["component"]["purl"] == "pkg:pypi/small-client@0.1.0"
    assert {one["name"]: one["scope"] for one in bill["components"]} == {
        "httpcore": "required",
        "httpx": "required",
        "jsonschema-rs": "required",
        "httpx-aiohttp": "optional",
    }
    references = bill["metadata"]["component"]["externalReferences"]
    assert {one["url"]: one["hashes"][0]["content"] for one in references} == {
        name: sha256((dist / name).read_bytes()).hexdigest() for name in (WHEEL, SDIST)
    }


def test_the_archives_hold_the_client_and_its_licence(released: Path, dist: Path) -> None:
    root = released / "generated"
    found = (root / "small_client").rglob("*.py")
    modules = {one.relative_to(root).as_posix() for one in found if "__pycache__" not in one.parts}
    with zipfile.ZipFile(dist / WHEEL) as wheel:
        assert modules <= set(wheel.namelist())
        assert wheel.read("small_client-0.1.0.dist-info/licenses/LICENSE") == b"Anybody may use it.\n"
        metadata = Metadata.from_email(wheel.read("small_client-0.1.0.dist-info/METADATA"), validate=True)
    with tarfile.open(dist / SDIST) as sdist:
        assert {f"small_client-0.1.0/{name}" for name in (*modules, "LICENSE")} <= set(sdist.getnames())
    assert metadata.license_expression == "MIT"
    assert metadata.license_files == ["LICENSE"]
    assert metadata.project_urls == {"Home": "https://example.invalid/"}
    assert metadata.description_content_type == "text/markdown"
    assert "Typing :: Typed" in (metadata.classifiers or [])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("license: mit", "license: My own", "x-client: 'My own' is not a licence as SPDX writes it, such as `MIT`"),
        ("Home: https:", "Home: ftp:", "`urls` is a mapping of names to addresses that begin with https://"),
    ],
)
def test_what_no_index_of_packages_takes_is_refused(
    built: Path, old: str, new: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    base = built / "spec" / "base.yaml"
    assert old in base.read_text("utf-8")
    base.write_text(base.read_text("utf-8").replace(old, new), "utf-8")
    assert main(["build"]) == 1
    assert said in capsys.readouterr().err


STREAM = {"stream": {"path": "/socket"}}
SOCKETS = {"channels": {"all": {"hosts": "servers", "requests": ["rest"], "events": []}}}


def test_sockets_are_handed_out_and_kept_while_there_are_some(
    built: Path, change: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    base = built / "spec" / "base.yaml"
    plain = yaml.safe_load(base.read_text("utf-8"))
    base.write_text(yaml.safe_dump(plain | {"x-client": plain["x-client"] | STREAM, "x-sockets": SOCKETS}), "utf-8")
    change()
    assert main(["release"]) == 0
    commit(built)
    text = (built / "spec" / "asyncapi.yaml").read_bytes()
    assert (built / "spec" / "released" / "asyncapi.yaml").read_bytes() == text
    for name in ("asyncapi.yaml", "asyncapi-0.1.0.yaml"):
        assert yaml.safe_load((built / "dist" / name).read_bytes()) == yaml.safe_load(text)
    assert content(built / "dist" / "asyncapi.json") == yaml.safe_load(text)

    base.write_text(yaml.safe_dump(plain), "utf-8")
    assert main(["check"]) == 1
    assert "spec/asyncapi.yaml: nothing states this any more" in capsys.readouterr().out
    assert main(["build"]) == 0
    assert "removed spec/asyncapi.yaml: nothing states it any more" in capsys.readouterr().err
    assert not (built / "spec" / "asyncapi.yaml").exists()
    commit(built)
    assert main(["release", "--version", "0.2.0"]) == 0
    assert not (built / "spec" / "released" / "asyncapi.yaml").exists()
    assert not (built / "dist" / "asyncapi.yaml").exists()


def test_a_document_of_others_in_that_place_stays(built: Path) -> None:
    own = built / "spec" / "asyncapi.yaml"
    own.write_text("asyncapi: 3.0.0\ninfo: {title: Own, version: '1'}\n", "utf-8")
    assert main(["check"]) == 0
    assert main(["build"]) == 0
    assert own.exists()


def test_the_wheel_can_be_used_from_where_it_lies(released: Path) -> None:
    wheel = released / "dist" / "small_client-0.1.0-py3-none-any.whl"
    program = "import small_client; print(small_client.__version__, small_client.Small.__name__)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    assert done.stdout == "0.1.0 Small\n"


def test_a_description_is_released_without_a_client(
    built: Path, change: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    table = built / "pyproject.toml"
    table.write_text(table.read_text("utf-8").replace('client = "generated"\n', ""), "utf-8")
    shutil.rmtree(built / "generated")
    change()
    assert main(["release"]) == 0
    names = {one.name for one in (built / "dist").iterdir()}
    assert {"openapi.yaml", "openapi-3.0-0.1.0.json", "reference.html", "manifest.json", "SHA256SUMS"} <= names
    assert not {name for name in names if name.endswith((".whl", ".tar.gz")) or "sbom" in name}
    commit(built)
    assert main(["release"]) == 1
    assert capsys.readouterr().err.endswith("no release: nothing has changed since 0.1.0\n")
    change(remark="Other words.")
    assert main(["release", "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("0.1.1: no change touches callers\n")
    change(name="Result", path="/a/put")
    assert main(["release"]) == 0
    assert content(built / "dist" / "openapi.json")["info"]["version"] == "0.2.0"
    assert main(["check"]) == 0
    page = built / "spec" / "pages" / "set.md"
    page.write_text(f"{page.read_text('utf-8')}\n\n", "utf-8")
    assert main(["build"]) == 0
    commit(built)
    assert main(["release"]) == 1
    assert capsys.readouterr().err.endswith(
        "no release: only source places and the order of things changed since 0.2.0\n"
    )


GUIDE = """---
title: Live
---
By WebSocket.

## `md/see`
```js
{ "symbol": "A", "depth": 5 }
```
"""


def test_a_change_of_sockets_alone_is_a_release_and_stands_in_the_changelog(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = built / "spec" / "pages" / "live.md"

    def state(text: str) -> None:
        guide.write_text(text, "utf-8")
        assert main(["build"]) == 0
        commit(built)

    state(GUIDE)
    assert main(["release"]) == 0
    commit(built)
    state(GUIDE.replace("## `md", "\n## `md"))
    assert main(["release"]) == 1
    assert "only source places and the order of things changed" in capsys.readouterr().err
    state(GUIDE.replace("depth", "rows"))
    assert main(["release"]) == 0
    log = (built / "spec" / "CHANGELOG.md").read_text("utf-8")
    assert "`depth`" in log
    assert "md/see" in log
    assert content(built / "dist" / "asyncapi.yaml")["info"]["version"] == "0.2.0"


def test_sockets_that_a_release_is_the_first_or_the_last_to_have_are_changes(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = built / "spec" / "pages" / "live.md"
    assert main(["release"]) == 0
    commit(built)
    guide.write_text(GUIDE, "utf-8")
    capsys.readouterr()
    assert main(["build"]) == 0
    # Who builds sees at once what breaks callers, and how much else there is.
    assert "for callers: 0 breaking, 1 compatible" in capsys.readouterr().err
    commit(built)
    assert main(["release"]) == 0
    newest = (built / "spec" / "CHANGELOG.md").read_text("utf-8").partition("## 0.1.0")[0]
    assert "md/see" in newest
    commit(built)
    guide.write_text(GUIDE.replace("depth", "rows"), "utf-8")
    assert main(["build"]) == 0
    assert "depth" in capsys.readouterr().err
    guide.unlink()
    assert main(["build"]) == 0
    assert "md/see" in capsys.readouterr().err
    commit(built)
    assert main(["release"]) == 0
    newest = (built / "spec" / "CHANGELOG.md").read_text("utf-8").partition("## 0.2.0")[0]
    assert "md/see" in newest
    assert content(built / "spec" / "released" / "openapi.yaml")["info"]["version"] == "0.3.0"
