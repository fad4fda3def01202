"""What the README shows is so: each command and snippet is run, and says what stands under it.

Only times are left out. Where counts or lines have changed with the pages, write the new output with
`REWRITE_README=1 pytest tests/test_readme.py`.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from jekyll_openapi.arguments import commands_of, make_parser
from jekyll_openapi.cli import main
from tests.terminal_picture import picture

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / one for one in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/cells.md")]


def fences(language: str) -> list[str]:
    """The texts of the code fences in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def beneath(code: str) -> str:
    """What the README shows under a snippet of Python."""
    found = re.search(rf"```python\n{re.escape(code)}```\n\n```\n(.*?)```\n", README, re.DOTALL)
    assert found
    return found[1]


def steps(session: str) -> list[tuple[list[str], str]]:
    """The commands of a fence `console`, each with the output that stands under it."""
    parts = re.split(r"^\$ (.*)\n", session, flags=re.MULTILINE)[1:]
    return [(shlex.split(command), shown) for command, shown in zip(parts[::2], parts[1::2], strict=True)]


def without_times(text: str) -> str:
    """The text with no seconds."""
    return re.sub(r"\b\d+\.\d s$", "0.0 s", text, flags=re.MULTILINE)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the repository as a build sees it, and the working folder."""
    for folder in ("spec", "generated"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("build", "__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copy(ROOT / "spec" / "openapi.yaml", tmp_path / "last-week.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change_the_page(repository: Path) -> None:
    """Rename a property and mistype a type, as the README tells."""
    page = repository / "spec" / "pages" / "entities_pages" / "fill.md"
    text = page.read_text("utf-8").replace("`price`", "`cost`")
    page.write_text(re.sub("(`timestamp`.*)Date string", r"\1Dat string", text), "utf-8")


def play(session: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Run the commands of a fence and compare what they say."""
    for (program, *arguments), shown in steps(session):
        if program == "make":
            program, arguments = "jekyll-openapi", ["build"]
        if program == "jekyll-openapi":
            main(arguments)
        else:
            subprocess.run([Path(sys.executable).with_name(program), *arguments], timeout=600, check=True)
        captured = capfd.readouterr()
        said = captured.out + captured.err
        if os.environ.get("REWRITE_README"):
            _rewrite(shown.strip(), said.strip())
        else:
            assert without_times(said).strip() == without_times(shown).strip()


def _rewrite(shown: str, said: str) -> None:
    """Put what a command says in the place of what the README shows, its seconds aside."""
    if without_times(shown) == without_times(said):
        return
    for seconds in re.findall(r"\d+\.\d s$", shown, re.MULTILINE):
        said = re.sub(r"\b\d+\.\d s$", seconds, said, count=1, flags=re.MULTILINE)
    text = (ROOT / "README.md").read_text("utf-8")
    assert text.count(f"\n{shown}\n") == 1
    (ROOT / "README.md").write_text(text.replace(f"\n{shown}\n", f"\n{said}\n"), "utf-8")


def test_the_row_stands_where_the_readme_says() -> None:
    found = re.search(r"A row of `(\S+)`, line (\d+):\n\n```\n(.*)\n", README)
    assert found
    path, line, row = found.groups()
    assert (ROOT / path).read_text("utf-8").splitlines()[int(line) - 1] == row


def test_the_spec_says_what_the_readme_shows() -> None:
    spec = yaml.load((ROOT / "spec" / "openapi.yaml").read_text("utf-8"), yaml.CSafeLoader)
    body = spec["paths"]["/order/placeOCO"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    if "$ref" in body:
        body = spec["components"]["schemas"][body["$ref"].rpartition("/")[2]]
    shown_property, shown_rule = (yaml.safe_load(text) for text in fences("yaml")[:2])
    evidence = shown_property["price"].pop("x-inferred-from")
    # More pages can bring more evidence.
    assert set(evidence) <= set(body["properties"]["price"].pop("x-inferred-from"))
    assert shown_property["price"] == body["properties"]["price"]
    assert shown_rule[0] in body["allOf"]


@pytest.mark.parametrize("code", fences("python"), ids=["the first order", "the refused order"])
def test_a_snippet_prints_what_stands_under_it(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out == beneath(code)


def test_make_says_what_the_readme_shows(repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert re.search(r"^build: .*\n\t@\$\(BIN\)/jekyll-openapi build$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    play(fences("console")[0], capfd)


@pytest.mark.usefixtures("programs")
def test_who_receives_the_description_sees_what_the_readme_shows(
    repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    change_the_page(repository)
    main(["spec", "spec/pages", "-o", "spec/openapi.yaml"])
    capfd.readouterr()
    play(fences("console")[1], capfd)


def test_a_build_after_a_change_says_what_the_readme_shows(repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    change_the_page(repository)
    play(fences("console")[2], capfd)


def test_the_picture_of_lint_shows_what_lint_says(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    change_the_page(repository)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    main(["lint", "--format", "full"])
    captured = capfd.readouterr()
    drawn = picture(
        "jekyll-openapi lint --format full", f"$ jekyll-openapi lint --format full\n{captured.out}{captured.err}"
    )
    file = ROOT / "docs" / "lint.svg"
    if os.environ.get("REWRITE_README"):
        file.write_text(drawn, "utf-8")
    assert file.read_text("utf-8") == drawn


def test_pictures_are_there_and_light() -> None:
    for name in re.findall(r"!\[[^]]+\]\(([^)]+)\)", README):
        assert (ROOT / name).stat().st_size < 100_000


def test_own_documentation_becomes_what_the_readme_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "parcels.md").write_text(fences("markdown")[0], "utf-8")
    monkeypatch.chdir(tmp_path)
    lines = [line.split()[1:] for line in fences("sh")[1].splitlines() if line.startswith("jekyll-openapi")]
    assert [line[0] for line in lines] == ["init", "build"]
    for line in lines:
        # 1: what the page does not say is found.
        assert main(line) in (0, 1)
    spec = yaml.safe_load((tmp_path / "openapi.yaml").read_text("utf-8"))
    (schema,) = spec["components"]["schemas"].values()
    assert schema["properties"]["weight"]["maximum"] == 30
    assert schema["allOf"][0]["then"] == {"required": ["insured_value"]}
    named = re.search(r"come a method `api\.(\w+)\.(\w+)`", README)
    assert named
    assert f"def {named[2]}(" in next((tmp_path / "client").rglob(f"groups/{named[1]}.py")).read_text("utf-8")


def test_no_session_is_left_out() -> None:
    assert len(fences("console")) == 3


def test_the_lines_for_a_ci_name_commands_that_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    steps, hooks = (yaml.safe_load(text) for text in fences("yaml")[2:])
    runs = [step["run"] for step in steps if "run" in step]
    assert runs.pop(0) == "pip install ./generator"
    assert (ROOT / "generator" / "pyproject.toml").is_file()
    lines = runs + [hook["entry"] for repo in hooks for hook in repo["hooks"]]
    monkeypatch.chdir(ROOT)
    for line in lines:
        program, *arguments = line.split()
        assert program == "jekyll-openapi"
        assert main(arguments) == 0


def test_the_table_of_commands_names_all_commands_and_options_that_there_are() -> None:
    rows = re.findall(r"^\| `([a-z]+)\b([^`]*)` \| (.*) \|$", README, re.MULTILINE)
    there = commands_of(make_parser())
    assert set(there) <= {name for name, _, _ in rows}
    for name, usage, does in rows:
        if name in there:
            options = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", usage + " ".join(re.findall("`[^`]*`", does))))
            assert options <= set(there[name]._option_string_actions), name


@pytest.mark.parametrize("page", [one for one in PAGES if one.is_file()], ids=lambda one: one.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", re.sub("`[^`\n]*`", "", page.read_text("utf-8"))):
        assert (page.parent / target).exists(), target


def test_paths_in_the_table_exist() -> None:
    table = README.partition("## Where things are")[2].partition("\n## ")[0]
    for name in re.findall(r"`([\w./-]*[/.][\w./-]*)`", table):
        assert (ROOT / name).exists() or list((ROOT / "generator").rglob(name)), name


@pytest.mark.parametrize("folder", ["generator", "generated"])
def test_an_index_of_packages_has_a_page_for_each_distribution(folder: str) -> None:
    about = tomllib.loads((ROOT / folder / "pyproject.toml").read_text("utf-8"))["project"]
    assert about["license"] == "MIT"
    assert about["classifiers"]
    assert (ROOT / folder / about["readme"]).is_file()


def test_the_page_of_the_generator_has_the_example_of_the_readme() -> None:
    text = (ROOT / "generator" / "README.md").read_text("utf-8")
    (page,) = re.findall(r"^```markdown\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert page in fences("markdown")
    assert set(re.findall(r"jekyll-openapi ([a-z]+)", text)) <= set(commands_of(make_parser()))
