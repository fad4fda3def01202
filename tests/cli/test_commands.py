"""Exit codes, streams, files written and files left alone, for each command."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from jekyll_openapi.arguments import commands_of, make_parser
from jekyll_openapi.cli import main

PAGE = """---
title: /a/set
op: true
permalink: /ops/a/set
---

## `/a/set`
Sets it.

### Request

| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
| `accountId` | `required`{: .label .label-red } | number, `int64` | Of the account.

### Response
`Done`
"""
DONE = """---
title: Done
permalink: /entity-system/index/done
---

## Done

### Definition

| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
| `ok` | `none`{: .label } | boolean |
"""
TRYIT = (
    "<script>\nwindow[TDV].defineTryit({ endpoint: '/a/set', method: 'POST', params: { accountId: 1 } });\n"
    "window[TDV].buildCallouts(window[TDV].buildCallouts.defaultAuthWarning);\n</script>\n"
)


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site without findings, in a folder without configuration."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "set.md").write_text(PAGE.replace("---\n\n##", f"---\n{TRYIT}\n##"), encoding="utf-8")
    (folder / "done.md").write_text(DONE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_spec_goes_to_standard_output_and_nothing_else_does(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spec", "pages"]) == 0
    out, err = capsys.readouterr()
    assert list(yaml.safe_load(out)["paths"]) == ["/a/set"]
    assert err == ""


def test_spec_goes_to_a_file(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spec", "pages", "-o", "out.yaml"]) == 0
    assert yaml.safe_load(Path("out.yaml").read_text(encoding="utf-8"))["openapi"] == "3.1.1"
    assert capsys.readouterr().out == ""


def test_findings_make_exit_code_1_and_the_spec_is_written_all_the_same(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "done.md").write_text(DONE.replace("boolean", "boolaen"), encoding="utf-8")
    assert main(["spec", "pages", "-o", "out.yaml"]) == 1
    assert "pages/done.md:12:30: warning: the type of `ok` cannot be read" in capsys.readouterr().err
    assert Path("out.yaml").exists()


def test_one_page_is_enough(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spec", "pages/done.md"]) == 0
    assert list(yaml.safe_load(capsys.readouterr().out)["components"]["schemas"]) == ["Done"]


def test_only_keeps_an_operation_and_what_it_reaches(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["spec", str(root / "spec" / "pages"), "--only", "/order/placeOCO"])
    spec = yaml.safe_load(capsys.readouterr().out)
    assert list(spec["paths"]) == ["/order/placeOCO"]
    assert set(spec["components"]["schemas"]) == {
        "Action", "FailureReason", "OrderType", "PlaceOCO", "PlaceOcoResult", "RestrainedOrderVersion", "TimeInForce",
    }  # fmt: skip
    assert [tag["name"] for tag in spec["tags"]] == ["Orders"]


def test_lint_formats(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pages / "done.md").write_text(DONE.replace("boolean", "boolaen"), encoding="utf-8")
    for name in ("concise", "full", "json", "github", "sarif"):
        assert main(["lint", "pages", "--format", name]) == 1
        out = capsys.readouterr().out
        assert "unreadable-type" in out
        if name == "json":
            (record,) = map(json.loads, out.splitlines())
            assert record["file"] == "pages/done.md"
            assert (record["line"], record["column"], record["end_line"], record["end_column"]) == (12, 30, 12, 37)
            assert list(record) == [
                "file", "line", "column", "end_line", "end_column",
                "severity", "rule", "message", "hint", "accepted", "also",
            ]  # fmt: skip
        if name == "full":
            assert "12 | | `ok` | `none`{: .label } | boolaen |" in out
            assert " " * 29 + "^^^^^^^\n" in out
            assert "hint: " in out
        if name == "github":
            assert out.startswith(
                "::warning file=pages/done.md,line=12,col=30,endLine=12,endColumn=37,title=unreadable-type::"
            )


def test_what_is_accepted_is_no_failure_and_what_is_new_is_shown(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("pyproject.toml").write_text(
        '[tool.jekyll-openapi]\npages = "pages"\nfindings = "findings.txt"\n', encoding="utf-8"
    )
    broken = DONE.replace("boolean", "boolaen")
    (pages / "done.md").write_text(broken, encoding="utf-8")
    assert main(["lint", "pages", "--accept"]) == 0
    assert Path("findings.txt").read_text(encoding="utf-8").startswith("done.md:12:30: warning: ")
    (pages / "done.md").write_text("---\ncategory: moved by a line\n" + broken.removeprefix("---\n"), encoding="utf-8")
    assert main(["lint", "pages"]) == 0
    (pages / "done.md").write_text(DONE.replace("boolean", "bolean"), encoding="utf-8")
    capsys.readouterr()
    assert main(["lint", "pages"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("pages/done.md:12:30: warning: ")
    gone, count, after = err.splitlines()
    assert gone.startswith("- done.md:12:30: ")
    assert count == "1 finding, 0 accepted"
    assert (
        after == "next: `jekyll-openapi rule unreadable-type` explains the first, `lint --accept` accepts what is right"
    )


def test_inferred_lists_the_evidence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", str(root / "spec" / "pages"), "--inferred"]) == 0
    out = capsys.readouterr().out
    assert "`orderQty` is number, `int32`: `orderQty` of `OrderVersion` is number, `int32` at entities_pages/" in out


def test_rule_explains(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "path-mismatch"]) == 0
    assert capsys.readouterr().out.startswith("path-mismatch (warning)\n")
    assert main(["rule"]) == 0
    assert "path-mismatch" in capsys.readouterr().out
    assert main(["rule", "path-mismach"]) == 2
    assert "did you mean path-mismatch?" in capsys.readouterr().err


def test_setting_explains(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["setting", "free_tables"]) == 0
    assert '- Example: `free_tables = "request"`' in capsys.readouterr().out
    assert main(["setting"]) == 0
    assert "free_tables" in capsys.readouterr().out
    assert main(["setting", "free_table"]) == 2
    assert "did you mean free_tables?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["spec", "nowhere"], "nowhere: No such file or directory"),
        (["spec", "pages", "--base", "nowhere.yaml"], "nowhere.yaml: No such file or directory"),
        (["spec", "pages", "--only", "/a/sett"], "no operation has the path /a/sett; did you mean /a/set?"),
        (["spec", "pages", "-o", "nowhere/out.yaml"], "No such file or directory"),
        (
            ["lint", "pages", "--accept"],
            "no configuration here or in a folder above; `jekyll-openapi init DOCS` writes",
        ),
        (["build"], "no configuration here or in a folder above; `jekyll-openapi init DOCS` writes one"),
        (["client", "nowhere.yaml", "-o", "out"], "nowhere.yaml: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_code_2(
    pages: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert message in err.splitlines()[0]
    assert out == ""
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tool = 3\n", ""),
        ("[tool.jekyll-openapi\n", "pyproject.toml: Expected"),
        ("[tool.jekyll-openapi]\npagse = 'x'\n", "there is no setting `pagse`; did you mean `pages`?"),
        ("[tool.jekyll-openapi]\npages = 3\n", "`pages` must be a path, got 3"),
        ('[tool.jekyll-openapi]\noverlay = "a\\u0000b"\n', "`overlay` must be a path, got"),
        (f'[tool.jekyll-openapi]\nbase = "{"a/" * 40_000}"\n', "`base` must be a path, got"),
        ("[tool.jekyll-openapi.dialect]\nrequest_sections = 'x'\n", "`request_sections` must be a list of strings"),
        ("[tool.jekyll-openapi.dialect]\nrequests = ['x']\n", "there is no setting `requests`; did you mean"),
        ("[tool.jekyll-openapi.dialect]\ncache = false\n", "`dialect`: there is no setting `cache`"),
        ("[tool.jekyll-openapi.dialect.type_words]\ntext = 'sting'\n", "'sting' is not one of"),
        ("[tool.jekyll-openapi.limits]\npages = 0\n", "the limit `pages` must be an integer above 0, got 0"),
    ],
)
def test_configuration_that_cannot_be_used(
    pages: Path, text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    assert main(["spec", "pages"]) == (2 if message else 0)
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "pages = 'pages'\n", "[tool.jekyll_openapi]\npages = 'pages'\n"])
def test_a_file_of_its_own_without_the_table_is_not_passed_over(
    pages: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("jekyll-openapi.toml").write_text(text, encoding="utf-8")
    assert main(["lint", "pages"]) == 2
    assert "jekyll-openapi.toml has no table [tool.jekyll-openapi]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["client"], ["nonsense"], ["lint", "x", "--format", "xml"], ["spec", "--onl"]]
)
def test_usage_is_exit_code_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


BAD_PAGES = {
    "binary": (b"\x7fELF\x02\x01\x01\x00\x00", "unreadable-page"),
    "bad UTF-8": (b"---\ntitle: A\n---\nna\xefve\n", "unreadable-page"),
    "10 MB": (b"word " * 2_000_000, "limit-exceeded"),
    "a YAML bomb": (b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\nText.\n", "broken-front-matter"),
    "2,000 columns": (
        b"---\na: b\n---\n|" + b"c|" * 2000 + b"\n|" + b"-|" * 2000 + b"\n|1|\n",
        "limit-exceeded",
    ),
    "a script cut in half": (
        b"---\ntitle: /x/y\n---\n<script>\nw.defineTryit({ endpoint: '/x/y', params: { a: 1,",
        "unreadable-tryit",
    ),
    "a title that climbs": (b"---\ntitle: ../../x\nop: true\n---\nText.\n", "unreadable-path"),
    "a permalink that climbs": (b"---\ntitle: X\npermalink: /../../x\n---\nText.\n", "outside-site"),
}


@pytest.mark.parametrize("name", BAD_PAGES)
def test_a_bad_page_among_good_ones_is_reported_and_the_rest_is_written(
    pages: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content, rule = BAD_PAGES[name]
    (pages / "zz.md").write_bytes(content)
    before = set(pages.parent.rglob("*"))
    assert main(["spec", "pages", "-o", "out.yaml"]) == 1
    err = capsys.readouterr().err
    assert any(line.startswith("pages/zz.md:") and line.endswith(f"[{rule}]") for line in err.splitlines())
    assert all(len(line) < 400 for line in err.splitlines())
    assert "/a/set" in yaml.safe_load(Path("out.yaml").read_text(encoding="utf-8"))["paths"]
    assert set(pages.parent.rglob("*")) - before == {pages.parent / "out.yaml"}


def test_a_configured_folder_without_a_readable_page_is_named_with_its_path(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = pages.parent / "bad"
    bad.mkdir()
    (bad / "zz.md").write_bytes(b"a\0b")
    (pages.parent / "pyproject.toml").write_text('[tool.jekyll-openapi]\npages = "bad"\nspec = "out.yaml"\n')
    for command in ("build", "check", "spec", "lint", "site -o x.html"):
        assert main(command.split()) == 2
        err = capsys.readouterr().err
        assert "\nbad/zz.md:1:" in f"\n{err}"
        assert "no page could be read in bad\n" in err


@pytest.mark.parametrize("name", ["binary", "bad UTF-8", "10 MB"])
def test_a_bad_page_alone_leaves_the_output_untouched(
    pages: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "zz.md").write_bytes(BAD_PAGES[name][0])
    Path("out.yaml").write_text("old", encoding="utf-8")
    assert main(["spec", "pages/zz.md", "-o", "out.yaml"]) == 2
    assert Path("out.yaml").read_text(encoding="utf-8") == "old"
    assert "no page could be read in pages/zz.md" in capsys.readouterr().err


def test_a_link_out_of_the_folder_is_not_followed(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pages.parent / "secret.md").write_text("---\ntitle: Secret\n---\n", encoding="utf-8")
    (pages / "link.md").symlink_to(pages.parent / "secret.md")
    assert main(["spec", "pages"]) == 1
    out, err = capsys.readouterr()
    assert "[outside-site]" in err
    assert "Secret" not in out


def test_an_empty_folder_is_unusable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spec", str(tmp_path)]) == 2
    assert "holds no page" in capsys.readouterr().err


def test_a_reader_that_stops_reading_is_no_failure(root: Path) -> None:
    command = f"{sys.executable} -m jekyll_openapi.cli spec {root / 'spec' / 'pages'} 2>/dev/null | head -n 1"
    bash = shutil.which("bash")
    assert bash
    done = subprocess.run([bash, "-o", "pipefail", "-c", command], capture_output=True, text=True, timeout=600)
    assert done.stdout == "openapi: 3.1.1\n"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("info: 3", "it.yaml:2:1: not an OpenAPI description: #/info is not a mapping"),
        ("paths: {/a: {get: []}}", "it.yaml:2:14: not an OpenAPI description: #/paths/~1a/get is not an operation"),
        ("paths: {/a: {get: {parameters: 3}}}", "it.yaml:2:20: not an OpenAPI description: #/paths/~1a/get/parameters"),
        (
            "components: {schemas: []}",
            "it.yaml:2:14: not an OpenAPI description: #/components/schemas is not",
        ),
        ("paths: [", "it.yaml:3:1: "),
    ],
)
def test_a_client_of_no_description_is_refused_at_the_place(
    pages: Path, part: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages.parent / "it.yaml").write_text(f"openapi: 3.1.1\n{part}\n", encoding="utf-8")
    assert main(["client", "it.yaml", "-o", "out"]) == 2
    assert capsys.readouterr().err.startswith(f"jekyll-openapi: error: {message}")
    assert not (pages.parent / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        ("buld", "did you mean build?"),
        ("lint pages --formt full", "unrecognized arguments: --formt full; did you mean --format?"),
        ("lint pages --format ful", "did you mean full?"),
        ("spec pages --onyl=/a/set", "did you mean --only?"),
        ("check now", "unrecognized arguments: now\n"),
        ("diff a b --fail-on breking", "did you mean breaking?"),
        ("--\u202e\x1b[31m", "unrecognized arguments: --\\u202e\\x1b[31m\n"),
        ("lint --format \u2066x", "not '\\u2066x'"),
    ],
)
def test_a_mistyped_word_is_answered_with_what_was_meant(
    arguments: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments.split())
    said = capsys.readouterr().err
    assert meant in said
    assert ("did you mean" in said) == ("did you mean" in meant)


def test_the_help_of_each_command_shows_examples_that_can_be_typed() -> None:
    for name, command in commands_of(make_parser()).items():
        lines = re.findall(r"^  jekyll-openapi (.*)", command.format_help(), re.MULTILINE)
        assert lines, name
        for line in lines:
            options = make_parser().parse_args(re.split(" {2,}", line)[0].split())
            assert options.command == name


@pytest.mark.parametrize(
    ("variables", "is_coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_environment(
    variables: dict[str, str], is_coloured: bool, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    head = "openapi: 3.1.1\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {responses: {}}}"
    (tmp_path / "old.yaml").write_text(head + ", /b: {get: {responses: {}}}}\n")
    (tmp_path / "new.yaml").write_text(head + "}\n")
    monkeypatch.chdir(tmp_path)
    assert main(["diff", "old.yaml", "new.yaml"]) == 0
    assert ("\033[31mbreaking" in capsys.readouterr().out) == is_coloured


@pytest.mark.parametrize(("command", "needs"), [("build", "`pages` and `spec`"), ("site -o r.html", "`pages`")])
def test_a_configuration_that_lacks_a_setting_is_named(
    command: str, needs: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("jekyll-openapi.toml").write_text("[tool.jekyll-openapi]\n", encoding="utf-8")
    assert main(command.split()) == 2
    file = Path("jekyll-openapi.toml").resolve()
    assert capsys.readouterr().err == f"jekyll-openapi: error: {file}: [tool.jekyll-openapi] needs {needs}\n"
