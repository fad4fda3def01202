"""Regular expressions are compiled at their first use, and all of them can be."""

import ast
import importlib
import re
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import jekyll_openapi
from jekyll_openapi.api import rule_forms
from jekyll_openapi.patterns import folded, regex

GENERATOR = Path(jekyll_openapi.__file__).parent
MODULES = sorted(
    path for path in GENERATOR.rglob("*.py") if path.relative_to(GENERATOR).parts[0] not in ("runtime", "patterns.py")
)


def test_it_does_what_the_compiled_expression_does() -> None:
    ours, theirs = regex("(?P<one>a)|b", re.IGNORECASE), re.compile("(?P<one>a)|b", re.IGNORECASE)
    assert ours.pattern == theirs.pattern
    assert ours.groupindex == theirs.groupindex
    assert ours.findall("xAb") == theirs.findall("xAb")
    assert ours.sub("c", "xAb", count=1) == theirs.sub("c", "xAb", count=1) == "xcb"
    assert (found := ours.search("xAb"))
    assert found.re is re.compile("(?P<one>a)|b", re.IGNORECASE)
    with pytest.raises(AttributeError):
        getattr(ours, "search_all")  # noqa: B009


def test_it_is_compiled_at_the_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or compile_(*given))
    one = regex("a")
    assert one.pattern == "a"
    assert not compiled
    assert one.search("a")
    assert one.match("a")
    assert len(compiled) == 1


def test_one_that_needs_a_word_is_compiled_for_a_text_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or compile_(*given))
    one = regex("a(b)c?", re.IGNORECASE, needs=("ab",))
    assert one.search("acb") is one.match("acb") is one.fullmatch("acb") is None
    assert one.findall("acb") == list(one.finditer("acb")) == []
    assert (one.split("acb"), one.sub("x", "acb"), one.subn("x", "acb")) == (["acb"], "acb", ("acb", 0))
    assert not compiled
    assert one.sub("x", "acAB") == "acx"
    assert one.findall("acABcab") == ["B", "b"]
    assert len(compiled) == 1


def test_one_is_compiled_for_a_text_with_all_that_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or compile_(*given))
    one = regex("^a.*b.*c", re.IGNORECASE, needs=("b", "x"), also=("c",), begins=("a",))
    assert [one.search(text) for text in ("abd", "acd", "babc", "bc", "xc")] == [None] * 5
    assert not compiled
    assert one.search("A b C")
    assert len(compiled) == 1


@pytest.mark.parametrize(
    "ask",
    [
        lambda one: one.search("xAbc")[0],
        lambda one: one.match("Abc")[0],
        lambda one: one.match("xabc", 1)[0],
        lambda one: one.search("xac", 1),
        lambda one: one.fullmatch("abc")[1],
        lambda one: one.findall("abcab"),
        lambda one: [found.span() for found in one.finditer("abcab")],
        lambda one: one.split("xabcyabz", 1),
        lambda one: one.sub(lambda found: found[1] * 2, "abcab"),
        lambda one: one.sub("x", "abcab", count=1),
        lambda one: one.subn("x", "abcab"),
        lambda one: dict(one.groupindex),
    ],
)
def test_one_that_needs_a_word_does_what_the_compiled_expression_does(ask: Callable[[Any], object]) -> None:
    assert ask(regex("a(b)c?", re.IGNORECASE, needs=("ab",))) == ask(re.compile("a(b)c?", re.IGNORECASE))


def test_what_an_expression_takes_for_a_letter_folds_to_it() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in map(chr, range(ord("a"), ord("z") + 1)):
        same = re.compile(letter, re.IGNORECASE).findall(every)
        assert len(same) > 1
        assert all(letter in folded(one) for one in same)


@pytest.mark.parametrize(
    ("pattern", "needs", "is_so"),
    [
        ("abc|xabd", ("ab",), True),
        ("ab|ac", ("ab",), False),
        ("(?:a|x)b?c", ("a", "xb"), False),
        ("(?:a|x)b?c", ("a", "xb", "xc"), True),
        ("(?:ab)*", ("ab",), False),
        ("(?:ab)+", ("ab",), True),
        ("(?=ab)", ("ab",), True),
        ("(?!ab)", ("ab",), False),
        ("[ab]c", ("ac", "bc"), True),
        ("(?i:AB)", ("ab",), True),
        ("AB", ("ab",), False),
        ("[^a]b", ("b",), True),
        ("a b+", ("a b",), True),
        ("[ab]{2}", ("aa", "ab", "ba", "bb"), True),
        ("[ab]{2}", ("aa", "ab", "ba"), False),
        ("(?:ab)?b{1,2}", ("b",), True),
        ("(a)?(?(1)b|c)", ("b",), False),
    ],
)
def test_the_proof_that_a_word_is_needed(pattern: str, needs: tuple[str, ...], is_so: bool) -> None:
    assert is_needed(regex(pattern, needs=needs)) is is_so
    assert is_needed(regex(pattern, needs=("",), also=needs)) is is_so


@pytest.mark.parametrize(
    ("pattern", "begins", "is_so"),
    [
        ("^ab", ("a",), True),
        ("ab", ("a",), False),
        ("^xa|^ab", ("xa", "ab"), True),
        ("^xa|ab", ("xa", "ab"), False),
        ("^(?:a|x)b?c", ("abc", "ac", "x"), True),
        ("^(?:a|x)b?c", ("abc", "x"), False),
        ("^a?b", ("a",), False),
        ("^(?P<how>if|when) .", ("if ", "when "), True),
        (r"^\w", ("a",), False),
        (r"^(?:ab|x)c\w", ("ab", "xc"), True),
        (r"^(?:ab|x)\w", ("ab", "xc"), False),
    ],
)
def test_the_proof_that_a_word_is_at_the_beginning(pattern: str, begins: tuple[str, ...], is_so: bool) -> None:
    assert is_needed(regex(pattern, begins=begins)) is is_so


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_no_import_compiles_and_every_one_compiles(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert list(_compiled_at_import(tree)) == []
    module = ".".join(("jekyll_openapi", *path.relative_to(GENERATOR).with_suffix("").parts)).removesuffix(".__init__")
    names = vars(importlib.import_module(module))
    for one in _regexes(list(names.values())):
        assert one.groupindex is not None
        assert is_needed(one)
    # `re.sub(ONE, ...)` takes a text or what Python has compiled. mypy does not see that it is given neither.
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re.") and call.args:
            first = call.args[0]
            assert not (isinstance(first, ast.Name) and list(_regexes(names.get(first.id)))), call.lineno


def _compiled_at_import(node: ast.AST) -> Iterator[int]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call) and ast.unparse(child.func) == "re.compile":
            yield child.lineno
        yield from _compiled_at_import(child)


def _regexes(values: object) -> "Iterator[re.Pattern[str]]":
    if type(values).__name__ in ("_Regex", "_Needing"):
        yield values  # type: ignore[misc]
    elif isinstance(values, dict):
        yield from _regexes([*values, *values.values()])
    elif isinstance(values, list | tuple):
        for one in values:
            yield from _regexes(one)


def test_a_form_of_a_rule_fits_no_text_without_a_sign() -> None:
    others = (
        "ASIDE",
        "OTHERWISE",
        "TAIL",
        "NOT_BOTH",
        "IMPERATIVE",
        "NAMED",
        "NO_RULE",
    )  # asked before or behind a form
    of_what_fits = [vars(rule_forms)[name] for name in others]
    forms = [one for one in _regexes(list(vars(rule_forms).values())) if one not in of_what_fits]
    assert len(forms) > 30
    for one in forms:
        assert _holds(list(_parser.parse(one.pattern, one.flags)), rule_forms.SIGNS, str), one.pattern


# --- the proof that each text which an expression fits has one of the words that it needs -----------------------------

_MOST = 2_000
"""Texts that a part can stand for, if they are looked at one by one."""
_MOST_TIMES = 3
"""Most repetitions that are looked at one by one."""


def is_needed(one: Any) -> bool:
    """Whether the words that the expression is said to need are needed; so they are where it needs none."""
    if not getattr(one, "needs", ()):
        return True
    fold = folded if one.flags & re.IGNORECASE or "(?i" in one.pattern else str
    words = (*one.needs, *one.also, *one.begins)
    assert all(char.isascii() or not char.isalpha() for word in words for char in word)
    assert all(word == fold(word) for word in words)
    parts = list(_parser.parse(one.pattern, one.flags))
    assert not one.begins or not re.compile(one.pattern, one.flags).flags & re.MULTILINE
    return (
        _holds(parts, one.needs, fold)
        and (not one.also or _holds(parts, one.also, fold))
        and (not one.begins or _begins(parts, one.begins, fold))
    )


def _begins(parts: list[Any], begins: tuple[str, ...], fold: Callable[[str], str]) -> bool:
    """Whether whatever the parts fit stands at the beginning of the text, which has one of the words there."""
    if parts and parts[0][0] is codes.BRANCH:
        return all(_begins(list(branch), begins, fold) for branch in parts[0][1][1])
    if not parts or parts[0] != (codes.AT, codes.AT_BEGINNING):
        return False
    beginnings = {""}
    for code, given in _flat(parts[1:]):
        texts = _texts(code, given, fold)
        if texts is None:
            return False
        joined = {one + other for one, other in product(beginnings, texts)}
        beginnings = {one for one in joined if not one.startswith(begins)}  # the others begin so, whatever follows
        if not beginnings:
            return True
        if len(beginnings) > _MOST:
            return False
    return False


def _holds(parts: list[Any], needs: tuple[str, ...], fold: Callable[[str], str]) -> bool:
    """Whether whatever the parts fit has one of the words."""
    if "" in needs:
        return True
    beginnings = {""}
    reach = max(map(len, needs))  # a word that begins in a text, and ends in the next, begins no further from its end
    for code, given in _unrolled(_flat(parts)):
        if code is codes.ASSERT and _holds(list(given[1]), needs, fold):
            return True  # what is looked at beside is in the text
        texts = _texts(code, given, fold)
        joined = (one + other for one, other in product(beginnings, texts or ()))
        without = {one[-reach:] for one in joined if not any(word in one for word in needs)}
        if texts is None or len(without) > _MOST:
            if _holds_one(code, given, needs, fold):
                return True
            alone = {""} if texts is None else texts
            without = {one for one in alone if not any(word in one for word in needs)}
        if not without:
            return True
        beginnings = without
    return False


def _flat(parts: list[Any]) -> Iterator[tuple[Any, Any]]:
    """The parts, with those of groups in their place."""
    for code, given in parts:
        if code is codes.SUBPATTERN:
            yield from _flat(list(given[3]))
        else:
            yield code, given


def _unrolled(parts: Iterator[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The parts, with `a+` as `aa*`."""
    for code, given in parts:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and given[0] and given[1] > _MOST_TIMES:
            yield from _flat(list(given[2]))
        yield code, given


def _holds_one(code: Any, given: Any, needs: tuple[str, ...], fold: Callable[[str], str]) -> bool:
    if code is codes.ATOMIC_GROUP:
        return _holds(list(given), needs, fold)
    if code is codes.BRANCH:
        return all(_holds(list(branch), needs, fold) for branch in given[1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return given[0] > 0 and _holds(list(given[2]), needs, fold)
    return False


def _texts(code: Any, given: Any, fold: Callable[[str], str]) -> set[str] | None:
    """All texts that a part fits; None if they are too many."""
    if code is codes.LITERAL:
        return {fold(chr(given))}
    if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
        return {""}
    if code is codes.SUBPATTERN:
        return _of_all(list(given[3]), fold)
    if code is codes.ATOMIC_GROUP:
        return _of_all(list(given), fold)
    if code is codes.BRANCH:
        branches = [_of_all(list(branch), fold) for branch in given[1]]
        return None if None in branches else set().union(*branches)  # type: ignore[arg-type]
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and given[1] <= _MOST_TIMES:
        times = [_of_all(list(given[2]) * count, fold) for count in range(given[0], given[1] + 1)]
        return None if None in times else set().union(*times)  # type: ignore[arg-type]
    if code is codes.IN and all(kind is codes.LITERAL for kind, _ in given):
        return {fold(chr(one)) for _, one in given}
    if code is codes.IN and all(kind is codes.RANGE and one[1] - one[0] < 10 for kind, one in given):
        return {fold(chr(char)) for _, (first, last) in given for char in range(first, last + 1)}
    return None


def _of_all(parts: list[Any], fold: Callable[[str], str]) -> set[str] | None:
    found = {""}
    for code, given in parts:
        texts = _texts(code, given, fold)
        if texts is None or len(found) * len(texts) > _MOST:
            return None
        found = {one + other for one, other in product(found, texts)}
    return found
