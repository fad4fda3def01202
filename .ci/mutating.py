"""Changes the code in one place at a time: each change is a mutant, which the tests have to notice."""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "generator" / "src" / "jekyll_openapi"
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
    first: int
    last: int
    """The lines of the statement that is changed, before the change."""
    in_function: bool
    """Whether what is changed runs when a function is called, and not when the module is imported."""


def mutants(file: Path) -> Iterator[Mutant]:
    """Every change of one place of a file."""
    text = file.read_text("utf-8")
    shown = file.relative_to(PACKAGE).as_posix()
    seen: Counter[str] = Counter()
    tree = ast.parse(text)
    inside = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for part in (node.body if isinstance(node.body, list) else [node.body])
        for inner in ast.walk(part)
    }
    for function, node, change, new, lines in changes(tree, "", (0, 0)):
        name = f"{shown} {function or '-'} {change}"
        seen[name] += 1
        number = f" #{seen[name]}" if seen[name] > 1 else ""
        yield Mutant(name + number, shown, replaced(text, node, new), *lines, id(node) in inside)


Lines = tuple[int, int]


def changes(node: ast.AST, function: str, lines: Lines) -> Iterator[tuple[str, ast.expr, str, str, Lines]]:
    """The function, the expression, a word for the change, the new expression, the lines of the statement."""
    unheard = [getattr(node, "returns", None), *getattr(node, "decorator_list", ())]
    for child in (one for one in ast.iter_child_nodes(node) if one not in unheard):
        inner, around = function, lines
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inner = f"{function}.{child.name}".lstrip(".")
        if isinstance(child, ast.stmt):
            around = (child.lineno, child.end_lineno or child.lineno)
        if isinstance(child, ast.expr):
            if isinstance(node, ast.If | ast.While | ast.For | ast.With | ast.Match | ast.match_case):
                around = (child.lineno, child.end_lineno or child.lineno)  # not of the whole block
            for new in others(child):
                yield function, child, f"{short(child)} -> {short(new)}", ast.unparse(new), around
        if not is_words(child):
            yield from changes(child, inner, around)


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
