"""The same pages give the same bytes, whatever the machine is set to; any reader of YAML reads the same."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from jekyll_openapi.cache import Cache
from jekyll_openapi.openapi.reading import parse
from jekyll_openapi.openapi.yaml import dump, dump_spec
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base
from jekyll_openapi.spec.openapi30 import to_openapi30

PAGES = Path(__file__).parents[2] / "spec" / "pages"


def spec_bytes(pages: Path, folder: Path, **environment: str) -> bytes:
    command = [sys.executable, "-m", "jekyll_openapi.cli", "spec", str(pages)]
    done = subprocess.run(command, cwd=folder, env=os.environ | environment, capture_output=True, timeout=600)
    return done.stdout


def test_hash_seed_locale_and_folder_do_not_count(tmp_path: Path) -> None:
    expected = spec_bytes(PAGES, tmp_path, PYTHONHASHSEED="0")
    assert expected
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    # Another seed each time, and with it another locale or folder.
    settings = [
        (tmp_path, {"PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C"}),
        (tmp_path, {"PYTHONHASHSEED": "random", "LC_ALL": "tr_TR.UTF-8"}),
        (elsewhere, {"PYTHONHASHSEED": "2"}),
    ]
    for folder, setting in settings:
        assert spec_bytes(Path(os.path.relpath(PAGES, folder)), folder, **setting) == expected, setting


def test_the_order_in_which_files_were_made_does_not_count(tmp_path: Path) -> None:
    copies = []
    for seed in (1, 2):
        names = [path.relative_to(PAGES) for path in PAGES.rglob("*") if path.is_file()]
        random.Random(seed).shuffle(names)
        for name in names:
            target = tmp_path / str(seed) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PAGES / name, target)
        copies.append(make_spec(tmp_path / str(seed), Base()).text)
    assert copies[0] == copies[1]


def test_what_is_written_reads_the_same_again() -> None:
    made = make_spec(PAGES, Base())
    as_json = json.loads(json.dumps(made.spec, default=float))
    assert parse(made.text).content == as_json
    # A sample such as `0.00` is written as its page has it, and is the number 0.0 when it is read.
    assert dump(parse(made.text).content) == re.sub(r"(\.\d+?)0+$", r"\1", made.text, flags=re.MULTILINE)
    assert yaml.load(made.text, Loader=yaml.SafeLoader) == as_json


@pytest.mark.parametrize(
    "text", ["1e3", "0o17", "0x1F", "on", "yes", "2024-01-02", "1_000", "~", "null", "", " a", "1:30", ".5"]
)
def test_text_that_looks_like_something_else_is_quoted(text: str) -> None:
    written = dump({"value": text})
    assert parse(written).content == {"value": text}
    assert written.startswith(("value: '", 'value: "'))


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)
specs = st.fixed_dictionaries(
    {"paths": st.dictionaries(names, values, max_size=4)},
    optional={"openapi": values, "components": st.dictionaries(names, st.dictionaries(names, values), max_size=4)},
)


@given(specs)
@example({"paths": {}, "components": {"schemas": {}}})
@example({"paths": {"/a": {"b": "one\n\n"}, "/b": "two\n\n"}, "openapi": "three\n\n"})
@example({"components": {"a": {"x": 1}, "b": {"x": 1}}, "paths": {"/a": {"b": "long " * 50}}})
def test_a_description_is_written_part_by_part_as_it_is_written_whole(spec: dict[str, Any]) -> None:
    cache = Cache()
    assert dump_spec(spec, cache) == dump(spec)
    assert dump_spec(spec, cache) == dump(spec)


def test_both_versions_are_written_part_by_part_as_they_are_written_whole() -> None:
    made, cache = make_spec(PAGES, Base()), Cache()
    for spec in (made.spec, to_openapi30(made.spec)):
        assert dump_spec(spec, cache) == dump(spec)
