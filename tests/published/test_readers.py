"""Both versions of the spec, read by tools of others: none finds an error, and what they make of it compiles."""

import ast
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.reading import parse
from jekyll_openapi.openapi.yaml import dump
from jekyll_openapi.pipeline import Made
from jekyll_openapi.spec.openapi30 import to_openapi30
from jekyll_openapi.spec.selection import keep_only
from tests.judges.test_spec import JUDGES, Judge
from tests.programs import Programs


def validator(spec: Path) -> list[str]:
    """The errors that openapi-spec-validator finds in a 3.0 description."""
    return [error.message for error in OpenAPIV30SpecValidator(parse(spec.read_text("utf-8")).content).iter_errors()]


def written(spec: Json, folder: Path) -> Path:
    """The file that the spec is written to."""
    file = folder / "openapi.yaml"
    file.write_text(dump(spec), "utf-8")
    return file


@pytest.mark.parametrize("judge", JUDGES)
def test_no_judge_finds_an_error_in_the_product(judge: Judge, made: Made, tmp_path: Path, programs: Programs) -> None:
    assert judge(written(to_openapi30(made.spec), tmp_path), programs) == []


def test_the_validator_finds_no_error_in_the_product(made: Made, tmp_path: Path) -> None:
    assert validator(written(to_openapi30(made.spec), tmp_path)) == []


@pytest.mark.deep(only=True)
@pytest.mark.parametrize("judge", JUDGES)
def test_no_judge_finds_an_error_in_the_spec_of_the_site(
    judge: Judge, site_spec: Json, tmp_path: Path, programs: Programs
) -> None:
    assert judge(written(to_openapi30(site_spec), tmp_path), programs) == []


def test_the_validator_finds_no_error_in_the_spec_of_the_site(site_spec: Json, tmp_path: Path) -> None:
    assert validator(written(to_openapi30(site_spec), tmp_path)) == []


@pytest.fixture
def newer(made: Made, tmp_path: Path) -> Path:
    """A description of the older version with what only the newer one has."""
    spec = to_openapi30(keep_only(made.spec, ["/order/placeOCO"]))
    spec["components"]["schemas"]["PlaceOCO"]["properties"]["price"]["type"] = ["number", "null"]
    return written(spec, tmp_path)


@pytest.mark.parametrize("judge", JUDGES)
def test_each_judge_sees_what_only_the_newer_version_has(judge: Judge, newer: Path, programs: Programs) -> None:
    assert judge(newer, programs) != []


def test_the_validator_sees_what_only_the_newer_version_has(newer: Path) -> None:
    assert validator(newer) != []


@pytest.fixture(scope="module", params=["3.1", "3.0"])
def version(request: pytest.FixtureRequest) -> str:
    """The version of OpenAPI."""
    return str(request.param)


@pytest.fixture(scope="module")
def spec(version: str, made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The product in that version."""
    return written(made.spec if version == "3.1" else to_openapi30(made.spec), tmp_path_factory.mktemp("spec"))


@pytest.mark.deep(only=True)
def test_openapi_generator_makes_python_that_compiles(
    spec: Path, version: str, made: Made, tmp_path: Path, programs: Programs
) -> None:
    assert programs.on_path("java")
    generator = programs.beside_python("openapi-generator-cli")
    finished = programs.run(generator, "generate", "-i", str(spec), "-g", "python", "-o", "out", folder=tmp_path)
    assert finished.returncode == 0, finished.stderr
    modules = {file.stem: file.read_text("utf-8") for file in tmp_path.glob("out/openapi_client/**/*.py")}
    trees = {name: ast.parse(text) for name, text in modules.items()}
    classes = {one.name for tree in trees.values() for one in tree.body if isinstance(one, ast.ClassDef)}
    assert {name for name in made.spec["components"]["schemas"] if name not in classes} == set()
    if version == "3.0":
        assert "`price` is required when `orderType` is" in modules["place_oco"]


@pytest.mark.deep(only=True)
def test_datamodel_code_generator_makes_models_that_know_what_is_required(
    spec: Path, made: Made, tmp_path: Path, programs: Programs
) -> None:
    generator = programs.beside_python("datamodel-codegen")
    options = ("--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin")
    finished = programs.run(generator, "--input", str(spec), "--output", "models.py", *options, folder=tmp_path)
    assert finished.returncode == 0, finished.stderr
    models: dict[str, Any] = {}
    exec(compile((tmp_path / "models.py").read_text("utf-8"), "models.py", "exec"), models)
    schemas = made.spec["components"]["schemas"]
    assert {name for name in schemas if name not in models} == set()
    fields = models["PlaceOCO"].model_fields
    assert {name for name, field in fields.items() if field.is_required()} == set(schemas["PlaceOCO"]["required"])


@pytest.mark.deep(only=True)
def test_openapi_typescript_makes_types_that_compile(
    spec: Path, made: Made, tmp_path: Path, programs: Programs
) -> None:
    finished = programs.run(*programs.npm("openapi-typescript"), spec, "-o", "api.d.ts", folder=tmp_path)
    assert finished.returncode == 0, finished.stderr
    types = (tmp_path / "api.d.ts").read_text("utf-8")
    assert [path for path in made.spec["paths"] if f'"{path}"' not in types] == []
    compiled = programs.run(*programs.npm("tsc"), "--noEmit", "--strict", "api.d.ts", folder=tmp_path)
    assert compiled.returncode == 0, compiled.stdout
