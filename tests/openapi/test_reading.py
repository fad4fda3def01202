"""YAML and JSON that come in: what they stand for, and how what is not taken is refused."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jekyll_openapi import pipes
from jekyll_openapi.openapi.bounds import Bounds
from jekyll_openapi.openapi.reading import ReadError, parse, read
from tests.sampling import examples

PLAIN: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "nULL": "nULL",
    "true": True, "True": True, "FALSE": False, "yes": "yes", "No": "No", "on": "on", "y": "y",
    "0": 0, "-12": -12, "+3": 3, "010": 10, "0o10": 8, "0x1F": 31, "0b11": "0b11", "1_000": "1_000", "1,000": "1,000",
    "1:30": "1:30", "190:20:30": "190:20:30", "1:30.5": "1:30.5",
    "1.": 1.0, ".5": 0.5, "-1.5e3": -1500.0, "1e3": 1000.0, "1.5E-3": 0.0015, "1e": "1e", "e3": "e3", ".": ".",
    "2026-01-02": "2026-01-02", "2026-01-02 03:04:05": "2026-01-02 03:04:05", "=": "=", "<<": "<<",
    "0x": "0x", "0o8": "0o8", "0xG": "0xG", "+": "+", "1.2.3": "1.2.3", "\uff11": "\uff11", "-": [None],
}  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_scalar_is_what_yaml_1_2_says(text: str) -> None:
    value = parse(f"a: {text}\n" if text != "-" else "a:\n-\n").content["a"]
    assert (value, type(value)) == (PLAIN[text], type(PLAIN[text]))


@pytest.mark.parametrize("text", ["'1'", '"yes"', "'null'", "'0x1F'", "|\n  1\n", ">-\n  1\n"])
def test_a_quoted_scalar_is_text(text: str) -> None:
    assert isinstance(parse(f"a: {text}\n").content["a"], str)


def test_a_key_is_the_text_that_stands_there() -> None:
    assert list(parse("200: a\n0x10: b\nyes: c\nnull: d\n1.0: e\n2026-01-02: f\n~: g\n").content) == [
        "200", "0x10", "yes", "null", "1.0", "2026-01-02", "~",
    ]  # fmt: skip


def test_an_alias_is_a_copy_and_a_merge_gives_way() -> None:
    content = parse("a: &a {x: [1], y: 2}\nb: *a\nc: {<<: *a, y: 3, z: 4}\nd: {<<: [{y: 5}, *a]}\n").content
    assert content["b"] == {"x": [1], "y": 2}
    assert content["b"] is not content["a"]
    assert content["b"]["x"] is not content["a"]["x"]
    assert content["c"] == {"x": [1], "y": 3, "z": 4}
    assert content["d"] == {"x": [1], "y": 5}


LAUGHS = "a: &a [x, x]\n" + "".join(
    f"k{number}: &{new} [{f'*{old}, ' * 9}]\n"
    for number, (old, new) in enumerate(zip("abcdefghi", "bcdefghij", strict=True))
)
REFUSED = {
    "a key that stands twice": ("a: 1\nb: {c: 1, c: 2}\n", "2:11: the key `c` is repeated"),
    "a key twice, once in quotes": ("a: 1\n'a': 2\n", "2:1: the key `a` is repeated"),
    "infinity": ("a: [1, -.inf]\n", "1:8: `-.inf` is not a number"),
    "no number": ("a: .NaN\n", "1:4: `.NaN` is not a number"),
    "a number that no float holds": ("a: 1e400\n", "1:4: the number `1e400` is too large"),
    "a whole number that no float holds": (f"a: 1{'0' * 320}\n", "1:4: the number"),
    "a long number": (f"a: 0.{'1' * 5000}\n", "1:4: the number `0.111111111111111111...` has 5002 characters"),
    "a long number with base 16": (f"a: 0x{'f' * 5000}\n", "1:4: the number"),
    "a tag": ("a: !!str 1\n", "1:4: the tag"),
    "a tag of nobody": ("a: !x {}\n", "1:4: the tag `!x`"),
    "a tag on a key": ("!!int 1: a\n", "1:1: the tag"),
    "a program": ("!!python/object/apply:os.system [id]\n", "1:1: the tag"),
    "a mapping as a key": ("? {a: 1}\n: b\n", "1:3: a key must be text"),
    "an alias as a key": ("a: &x y\n*x : 1\n", "2:1: a key must be text"),
    "an alias of nothing": ("a: *x\n", "1:4: "),
    "an alias inside itself": ("a: &x [1, *x]\n", "1:11: the alias `*x`"),
    "laughs": (LAUGHS, "aliases repeat more than 200000 values"),
    "aliases one below the other": (
        "a0: &a0 [" + "[" * 60 + "]" * 60 + "]\na1: " + "[" * 60 + "*a0" + "]" * 60,
        "alias nests",
    ),
    "deep": ("[" * 5000, "1:101: nested deeper than 100 levels"),
    "deep, by indent": ("".join("  " * n + "a:\n" for n in range(200)), "nested deeper than 100 levels"),
    "deep, by dashes": ("- " * 5000, "nested deeper than 100 levels"),
    "two documents": ("a: 1\n---\nb: 1\n", "2:1: a second document"),
    "no end": ("a: [1\nb: 2\n", ": "),
    "a tab": ("a:\n\t- b\n", "2:1: "),
    "a control character": ("a: \x01\n", "1:4: the character U+0001"),
    "JSON, a key twice": ('{"a": {"b": 1,\n "c": "\\"b", "b": 2}}', "2:14: the key `b` is repeated"),
    "JSON, the same key written otherwise": ('{"a": 1, "\\u0061": 2}', "1:10: the key `a` is repeated"),
    "JSON, infinity": ('{"a": [1, -Infinity]}', "1:11: `-Infinity` is not a JSON number"),
    "JSON, no number": ('{"a": NaN}', "1:7: `NaN` is not a JSON number"),
    "JSON, a large number": ('{"a": 1e999}', "1:7: the number `1e999`"),
    "JSON, a long number": (f'{{"a": {"1" * 10_000}}}', "1:7: the number"),
    "JSON, a whole number that no float holds": (f'{{"a": 1{"0" * 320}}}', "1:7: the number"),
    "JSON, deep": ('{"a": ' + "[" * 150_000 + "]" * 150_000 + "}", "1:106: nested deeper than 100 levels"),
    "JSON, half of a character": ('{"a": "x", "b": "\\ud800"}', "1:17: a lone surrogate"),
    "JSON, half of a character in a key": ('{"\\udc00": 1}', "1:2: a lone surrogate"),
    "JSON, both halves the wrong way": ('["\\ude00\\ud83d"]', "1:2: a lone surrogate"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_taken_is_refused_at_its_place(name: str) -> None:
    text, message = REFUSED[name]
    with pytest.raises(ReadError) as refused:
        parse(text, "it")
    assert f"it:{message}" in str(refused.value) or (message in str(refused.value) and message[0] not in "0123456789")
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("is_json", [True, False])
def test_as_much_is_taken_as_the_bounds_say_and_no_more(is_json: bool) -> None:
    bounds = Bounds(depth=3, nodes=6)
    for text in ("[[[1]]]", "[1, 1, 1, 1, 1]", '{"a": 1, "b": [1, 1, {}]}'):
        assert parse(text, is_json=is_json, bounds=bounds).content == json.loads(text)
    for text, message in (
        ("[[[[1]]]]", "-:1:4: nested deeper than 3 levels"),
        ("[1, 1, 1, 1, 1, 1]", "-:1:17: more than 6 values"),
        ('{"a": 1, "b": [1, 1, {}, {}]}', "-:1:26: more than 6 values"),
    ):
        with pytest.raises(ReadError, match=message):
            parse(text, is_json=is_json, bounds=bounds)


def test_json_is_read_by_its_own_rules() -> None:
    text = '{"a": "\\ud83d\\ude00\\u2028\\/", "t":\t1E2, "<<": {"b": 1}, "y": "\u0085", "d": "2026-01-02",\t"n": 010.5}'
    with pytest.raises(ReadError):
        parse(text, is_json=True)
    content = parse(text.replace("010.5", "-0.5")).content
    assert content == {"a": "😀\u2028/", "t": 100.0, "<<": {"b": 1}, "y": "\u0085", "d": "2026-01-02", "n": -0.5}


def test_what_begins_as_json_may_be_yaml_but_not_in_a_json_file(tmp_path: Path) -> None:
    for name in ("flow.yaml", "flow.json"):
        (tmp_path / name).write_text("{a: 1, b: [yes]}")
    assert read(tmp_path / "flow.yaml").content == {"a": 1, "b": ["yes"]}
    with pytest.raises(ReadError, match=r"flow\.json:1:2: "):
        read(tmp_path / "flow.json")


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"\xef\xbb\xbfa: 1\n", {"a": 1}),
        (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
        (b"a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
        (b"", None),
        (b"# only a comment\n", None),
        ("a: 1".encode("utf-16"), "1:1: the file is in UTF-16"),
        ("a: 1".encode("utf-16-be"), "1:1: the file is in UTF-16"),
        ("a: 1".encode("utf-16-le"), "1:1: the file is in UTF-16"),
        ("a: 1".encode("utf-32"), "1:1: the file is in UTF-32"),
        (b"a: b\nc: na\xefve\n", "2:6: byte 0xef is not UTF-8"),
        (b"a: \xed\xa0\x80\n", "1:4: byte 0xed is not UTF-8"),
    ],
)
def test_a_file_is_in_utf_8(tmp_path: Path, data: bytes, wanted: Any) -> None:
    (tmp_path / "file").write_bytes(data)
    if isinstance(wanted, str):
        with pytest.raises(ReadError, match=wanted):
            read(tmp_path / "file", "it")
    else:
        assert read(tmp_path / "file").content == wanted


@pytest.mark.parametrize("is_json", [False, True])
def test_a_refusal_by_form_names_the_place(is_json: bool) -> None:
    content = {"a": {"b": [1, {"c": 2}]}, "d": {"": 3}}
    text = json.dumps(content, indent=1) if is_json else yaml.safe_dump(content, default_flow_style=False)
    source = parse(text)
    lines = text.splitlines()
    for place, words in {("a",): "a", ("a", "b"): "b", ("a", "b", 1, "c"): "c", ("d",): "d"}.items():
        assert words in lines[source.lines([place])[0] - 1]
    assert source.lines([("a", "b", 1, "x")]) == source.lines([("a", "b", 1)])
    assert str(source.refusal((), "wrong")) == "-:1:1: wrong"


DOCUMENTS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**300), 10**300)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(DOCUMENTS, st.booleans())
@settings(max_examples=examples(150), deadline=None)
def test_json_means_what_python_says(content: Any, ascii_only: bool) -> None:
    text = json.dumps(content, ensure_ascii=ascii_only)
    try:
        found = parse(text, is_json=True).content
    except ReadError as refused:
        assert "a lone surrogate" in str(refused)  # noqa: PT017
    else:
        assert json.dumps(found) == json.dumps(content)


def test_a_pipe_that_nobody_writes_to_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipes, "PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(OSError, match="nobody writes to it") as refused:
        read(tmp_path / "pipe.yaml")
    assert refused.value.filename == str(tmp_path / "pipe.yaml")


@pytest.mark.parametrize(
    "writer", ["sleep 0.2; printf 'a: 1' > pipe", "exec > pipe; sleep 0.2; printf a; printf ': 1'"]
)
def test_a_pipe_is_read_to_its_end_however_late_it_comes(tmp_path: Path, writer: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["sh", "-c", writer], cwd=tmp_path) as process:
        assert read(tmp_path / "pipe").content == {"a": 1}
    assert process.returncode == 0
