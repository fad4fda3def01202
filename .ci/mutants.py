#!/usr/bin/env python3
"""Breaks the code in one place at a time and runs its tests, which have to fail: `make mutants`.

What survives and may is listed in `survivors.txt` beside this file, each with its reason; the run fails for a survivor
that is not listed, and for a line that no longer names a mutant which survives. Mutants are named by file, function
and change, so that the list outlives other changes of the file.

    .ci/mutants.py [--minutes N] [--only TEXT] [--seed TEXT]    # those whose name holds the text; in another order
"""

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "generator" / "src" / "jekyll_openapi"
LIST = Path(__file__).with_name("survivors.txt")
WHAT = {
    "output": ("tests/output",),
    "api/conditions.py": ("tests/api/test_conditions.py",),
    "api/types.py": ("tests/api/test_types.py",),
    "diff": ("tests/diff/test_seeds.py", "tests/diff/test_show.py", "tests/diff/test_names.py"),
    "openapi/names.py": ("tests/openapi", "tests/diff/test_names.py"),
    "openapi/bounds.py": ("tests/openapi/test_reading.py",),
    "openapi/json_text.py": ("tests/openapi/test_reading.py",),
    "openapi/yaml_text.py": ("tests/openapi/test_reading.py",),
    "runtime": ("tests/client",),
}
"""What is broken, and which tests have to notice."""
SECONDS = 300
"""For one run of the tests; a mutant that takes longer is noticed."""
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
CALLS = {"any": "all", "all": "any", "min": "max", "max": "min"}


@dataclass(frozen=True, slots=True)
class Mutant:
    name: str
    """`FILE FUNCTION CHANGE`, with `#2` behind the second of that name."""
    file: str
    source: str


def mutants(file: Path) -> Iterator[Mutant]:
    """Every change of one place of a file."""
    text = file.read_text("utf-8")
    shown = file.relative_to(PACKAGE).as_posix()
    seen: Counter[str] = Counter()
    for function, node, change, new in changes(ast.parse(text), ""):
        name = f"{shown} {function or '-'} {change}"
        seen[name] += 1
        number = f" #{seen[name]}" if seen[name] > 1 else ""
        yield Mutant(name + number, shown, replaced(text, node, new))


def changes(node: ast.AST, function: str) -> Iterator[tuple[str, ast.expr, str, str]]:
    """The function, the expression, a word for the change, the new expression."""
    unheard = [getattr(node, "returns", None), *getattr(node, "decorator_list", ())]
    for child in (one for one in ast.iter_child_nodes(node) if one not in unheard):
        inner = function
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inner = f"{function}.{child.name}".lstrip(".")
        if isinstance(child, ast.expr):
            for new in others(child):
                yield function, child, f"{short(child)} -> {short(new)}", ast.unparse(new)
        if not is_words(child):
            yield from changes(child, inner)


def is_words(node: ast.AST) -> bool:
    """Whether it is a docstring, a message or an annotation, whose words the tests need not know."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    return isinstance(node, ast.JoinedStr | ast.Raise | ast.arguments | ast.AnnAssign | ast.Assert)


def others(node: ast.expr) -> Iterator[ast.expr]:
    """What can stand in the place of an expression and means something else."""
    match node:
        case ast.Compare(left, [operator], [right]):
            yield ast.Compare(left, [COMPARISONS[type(operator)]()], [right])
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
            yield values[0]
        case ast.UnaryOp(ast.Not(), operand):
            yield ast.Call(ast.Name("bool"), [operand], [])
        case ast.IfExp(_, body, other):
            yield body
            yield other
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() as value):
            yield ast.Constant(value + 1)
        case ast.BinOp(left, ast.Add() | ast.Sub() as operator, right):
            yield ast.BinOp(left, ast.Sub() if isinstance(operator, ast.Add) else ast.Add(), right)
        case ast.BinOp(left, ast.BitOr(), _):
            yield left
        case ast.Call(ast.Name(name), given, named) if name in CALLS:
            yield ast.Call(ast.Name(CALLS[name]), given, named)
        case ast.Set([_, *rest]) | ast.Tuple([ast.Constant(), *rest]) if rest:
            yield ast.Set(rest) if isinstance(node, ast.Set) else ast.Tuple(rest)


def short(node: ast.expr) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 60 else f"{text[:45]}...{sha256(text.encode()).hexdigest()[:6]}"


def replaced(text: str, node: ast.expr, new: str) -> str:
    lines = text.encode().splitlines(keepends=True)
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    before = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    after = lines[node.end_lineno - 1][node.end_col_offset :] + b"".join(lines[node.end_lineno :])
    return (before + f"({new})".encode() + after).decode()


class Bench:
    """A copy of the sources to break, and the tests."""

    def __init__(self, folder: Path) -> None:
        self._sources = folder / "src"
        shutil.copytree(PACKAGE.parent, self._sources, ignore=shutil.ignore_patterns("__pycache__"))

    def is_noticed(self, mutant: Mutant | None, tests: tuple[str, ...]) -> bool:
        """Whether the tests fail with the mutant; with none, whether they fail as they are."""
        target = self._sources / "jekyll_openapi" / mutant.file if mutant else None
        old = target.read_text("utf-8") if target else ""
        if target and mutant:
            target.write_text(mutant.source, "utf-8")
        try:
            command = (sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "--tb=no", *tests)
            environment = {**os.environ, "PYTHONPATH": str(self._sources), "PYTHONDONTWRITEBYTECODE": "1"}
            environment["HYPOTHESIS_STORAGE_DIRECTORY"] = str(self._sources.parent / "hypothesis")
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=environment,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return True
        finally:
            if target:
                target.write_text(old, "utf-8")
        return done.returncode != 0


def chosen(only: str, seed: str) -> list[tuple[Mutant, tuple[str, ...]]]:
    """All mutants with their tests, in an order that is the same for the same code and seed and favours no file."""
    found = []
    for place, tests in WHAT.items():
        path = PACKAGE / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            found += [(one, tests) for one in mutants(file) if only in one.name]
    return sorted(found, key=lambda pair: sha256((seed + pair[0].name).encode()).digest())


def accepted() -> dict[str, str]:
    """The survivors that may be, with their reasons."""
    lines = LIST.read_text("utf-8").splitlines() if LIST.exists() else []
    pairs = ((*line.split("  # ", 1), "")[:2] for line in lines if line and not line.startswith("#"))
    return dict(pairs)


def main() -> int:
    parser = argparse.ArgumentParser(description="Break the code and see whether the tests notice.")
    parser.add_argument("--minutes", type=float, default=55, help="when to stop")
    parser.add_argument("--only", default="", help="only mutants whose name holds this text")
    parser.add_argument("--seed", default="", help="tries the mutants in another order; an hour reaches others then")
    options = parser.parse_args()
    end = time.monotonic() + options.minutes * 60
    everything, known = chosen(options.only, options.seed), accepted()
    names = {mutant.name for mutant, _ in everything}
    stale = [] if options.only else [name for name in known if name not in names]
    with tempfile.TemporaryDirectory() as folder:
        benches = [Bench(Path(folder, str(number))) for number in range(os.cpu_count() or 1)]
        for tests in {tests for _, tests in everything}:
            if benches[0].is_noticed(None, tests):
                print(f"{' '.join(tests)} fails with nothing broken")
                return 2

        def work(share: int) -> list[tuple[str, bool]]:
            done = []
            for mutant, tests in everything[share :: len(benches)]:
                if time.monotonic() > end:
                    break
                done.append((mutant.name, benches[share].is_noticed(mutant, tests)))
            return done

        with ThreadPoolExecutor(len(benches)) as pool:
            tried = [one for part in pool.map(work, range(len(benches))) for one in part]
    survivors = [name for name, noticed in tried if not noticed]
    stale += [name for name, noticed in tried if noticed and name in known]
    for name in survivors:
        print(f"survives{' (accepted)' if name in known else ''}: {name}")
    for name in stale:
        print(f"no survivor any more, take it out of {LIST.name}: {name}")
    print(f"{len(tried)} of {len(everything)} mutants tried, {len(survivors)} survived")
    return 1 if stale or any(name not in known for name in survivors) else 0


if __name__ == "__main__":
    sys.exit(main())
