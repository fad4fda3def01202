"""The spec, judged by Redocly, Spectral and openapi-spec-validator: none of them finds an error in it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing.exceptions import Unresolvable

from jekyll_openapi.spec.selection import keep_only
from tests.programs import Programs

RULESET = Path(__file__).with_name("spectral.yaml")


def redocly(spec: Path, programs: Programs) -> list[str]:
    """The errors that `redocly lint` finds, under its recommended rules."""
    finished = programs.run(*programs.npm("redocly"), "lint", "--format=json", spec.name, folder=spec.parent)
    assert finished.stdout, finished.stderr
    problems = json.loads(finished.stdout)["problems"]
    return [f"{one['ruleId']}: {one['message']}" for one in problems if one["severity"] == "error"]


def spectral(spec: Path, programs: Programs) -> list[str]:
    """The errors that Spectral finds, under its rules for OpenAPI."""
    arguments = ("lint", "--format=json", "--quiet", f"--ruleset={RULESET}", spec)
    finished = programs.run(*programs.npm("spectral"), *arguments, folder=RULESET.parent)
    assert finished.stdout, finished.stderr
    return [f"{one['code']}: {one['message']}" for one in json.loads(finished.stdout) if one["severity"] == 0]


def validator(spec: Path) -> list[str]:
    """The errors that openapi-spec-validator finds; a reference to nothing stops it."""
    try:
        return [error.message for error in OpenAPIV31SpecValidator(load(spec)).iter_errors()]
    except Unresolvable as error:
        return [str(error)]


JUDGES = (redocly, spectral)
Judge = Callable[[Path, Programs], list[str]]


def load(spec: Path) -> dict[str, Any]:
    """The spec as a mapping."""
    mapping: dict[str, Any] = yaml.load(spec.read_bytes(), Loader=yaml.CSafeLoader)
    return mapping


@pytest.fixture(scope="module")
def site_spec(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The spec of the real site, as the command writes it."""
    out = tmp_path_factory.mktemp("site") / "openapi.yaml"
    program = Path(sys.executable).with_name("jekyll-openapi")
    base = root / "spec" / "base.yaml"
    finished = subprocess.run(
        [program, "spec", site, "--base", base, "-o", out], capture_output=True, text=True, timeout=600, check=False
    )
    assert finished.returncode in (0, 1), finished.stderr
    return out


@pytest.mark.parametrize("judge", JUDGES)
def test_no_judge_finds_an_error_in_the_product(judge: Judge, root: Path, programs: Programs) -> None:
    assert judge(root / "spec" / "openapi.yaml", programs) == []


def test_the_validator_finds_no_error_in_the_product(root: Path) -> None:
    assert validator(root / "spec" / "openapi.yaml") == []


@pytest.mark.deep(only=True)
@pytest.mark.parametrize("judge", JUDGES)
def test_no_judge_finds_an_error_in_the_spec_of_the_site(judge: Judge, site_spec: Path, programs: Programs) -> None:
    assert judge(site_spec, programs) == []


def test_the_validator_finds_no_error_in_the_spec_of_the_site(site_spec: Path) -> None:
    assert validator(site_spec) == []


FAULTS = ["reference to nothing", "unknown type", "two operations of one name"]


@pytest.fixture
def faulty(request: pytest.FixtureRequest, root: Path, tmp_path: Path) -> Path:
    """A part of the product with a fault: the judges take long over the whole, and see the fault as well."""
    spec = keep_only(load(root / "spec" / "openapi.yaml"), ["/order/placeOCO", "/order/placeOSO"])
    order = spec["components"]["schemas"]["PlaceOCO"]["properties"]
    match request.param:
        case "reference to nothing":
            order["price"] = {"$ref": "#/components/schemas/Nothing"}
        case "unknown type":
            order["price"] = {"type": "nubmer"}
        case _:
            spec["paths"]["/order/placeOSO"]["post"]["operationId"] = "placeOCO"
    file = tmp_path / "openapi.yaml"
    file.write_text(json.dumps(spec), "utf-8")
    return file


@pytest.mark.parametrize("judge", JUDGES)
@pytest.mark.parametrize("faulty", FAULTS, indirect=True)
def test_each_judge_sees_a_fault(judge: Judge, faulty: Path, programs: Programs) -> None:
    assert judge(faulty, programs) != []


@pytest.mark.parametrize("faulty", FAULTS, indirect=True)
def test_the_validator_sees_a_fault(faulty: Path) -> None:
    assert validator(faulty) != []
