r"""Reads JavaScript as data: calls with literal arguments, constants, literals. Nothing is executed.

    window[TDV].defineTryit({ method: 'POST', params: { '// price': 0, when: new Date().toJSON() } });
    const body = { ...shared, "orderQty": 1 };      // read_bindings
    //=>
    // { "orderId": 1 }                             // read_values

A literal is a string (`'a'`, `"a"`, `` `a` ``, or several joined by `+`), a number with or without a sign, true, false,
null, an array or an object of these, with or without parentheses. `new Date(...).toJSON()` is a point in time,
`JSON.stringify(x)` a string that holds x. In a call, the name of a constant above it stands for the constant's literal.
Every other expression is kept as source text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from jekyll_openapi.diagnostics import Diagnostic, Location, Report, Rule
from jekyll_openapi.pages.document import (
    ArrayLiteral,
    Assembled,
    Binding,
    Call,
    Comment,
    Entry,
    Fence,
    JsonText,
    ObjectLiteral,
    Opaque,
    Scalar,
    Value,
)
from jekyll_openapi.pages.javascript_literals import number_of, unescape
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.placed_text import File
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace
from jekyll_openapi.rules import LIMIT_EXCEEDED, UNREADABLE_TRYIT

if TYPE_CHECKING:
    from tree_sitter import Node

    from jekyll_openapi.pages.javascript_tree import JavaScriptSource

Place = Callable[[int, int], Location]
"""Maps two offsets in the source to a location in the file."""

_WORDS = {"true": True, "false": False, "null": None}
_LANGUAGES = {"js", "javascript", "jsx", "mjs", "node", "json", "jsonc", "json5"}
_COMMENT = regex(r"[ \t]*//(?:=>)?")
_LITERAL = regex(r"(?:\s|//.*+)*+[\[{]")
_MOST_ENTRIES = 2000
"""Most entries of an object or array that are read."""
_OPAQUE_LENGTH = 200
"""Most characters kept of an expression that is not read."""
_LONGEST_ERROR = 40


def read_calls(source: str, place: Place, report: Report, limits: Limits = Limits()) -> tuple[Call, ...]:  # noqa: B008
    """Every call in a script, in source order. Reports syntax errors."""
    if "(" not in source:
        return ()
    from jekyll_openapi.pages.javascript_tree import JavaScriptSource

    reader = _Reader(JavaScriptSource.parsed(source), place, report, limits.nesting)
    reader.report_errors()
    return tuple(reader.calls())


def read_bindings(fence: Fence) -> tuple[Binding, ...]:
    """The literals that a fence assigns to a name with `const`, `let` or `var`."""
    if fence.language not in _LANGUAGES or "=" not in fence.text:
        return ()
    reader = _reader(fence.text, _place_in(fence))
    return tuple(reader.bindings())


def read_values(fence: Fence) -> tuple[Value, ...]:
    """The outermost objects and arrays in a fence, including those in lines of comments."""
    place = _place_in(fence)
    if _LITERAL.match(fence.text):
        reader = _reader(f"({fence.text}\n)", place, shift=1)
        if not reader.source.broken or fence.language not in _LANGUAGES:
            return tuple(reader.literals())
    if fence.language not in _LANGUAGES:
        return ()
    found = [*_reader(fence.text, place).literals(), *_commented(fence.text, place)]
    return tuple(sorted(found, key=lambda value: value.location))


def read_whole(fence: Fence) -> Value | None:
    """The object or array that a fence consists of, comments aside; None if there is anything else in it."""
    if not _LITERAL.match(fence.text):
        return None
    reader = _reader(f"({fence.text}\n)", _place_in(fence), shift=1)
    found = () if reader.source.broken else tuple(reader.literals())
    return found[0] if len(found) == 1 and not any(map(is_opaque, found)) else None


def is_opaque(value: Value) -> bool:
    """Whether a value is an expression that is no literal, or holds one."""
    match value:
        case Opaque():
            return True
        case ArrayLiteral(items):
            return any(map(is_opaque, items))
        case ObjectLiteral(entries):
            return any(is_opaque(entry.value) for entry in entries)
    return False


def read_comments(fence: Fence) -> tuple[Comment, ...]:
    """The comments in a fence of JavaScript or JSON with comments, in source order."""
    if "/" not in fence.text:
        return ()
    return tuple(_of_fence(fence).comments())


def read_fence_calls(fence: Fence) -> tuple[Call, ...]:
    """The calls of a fence of JavaScript."""
    return tuple(_of_fence(fence).calls()) if fence.language in _LANGUAGES and "(" in fence.text else ()


def read_texts(fence: Fence) -> tuple[Assembled, ...]:
    """The outermost strings in a fence of JavaScript, with the values inserted into them."""
    if fence.language not in (*_LANGUAGES, "ts", "typescript", ""):
        return ()
    return tuple(_of_fence(fence).texts())


def _of_fence(fence: Fence) -> _Reader:
    """A reader for the fence as a script, or as an expression if it begins with an object or an array."""
    place = _place_in(fence)
    if _LITERAL.match(fence.text):
        return _reader(f"({fence.text}\n)", place, shift=1)
    return _reader(fence.text, place)


def _reader(text: str, place: Place, shift: int = 0) -> _Reader:
    from jekyll_openapi.pages.javascript_tree import JavaScriptSource

    return _Reader(JavaScriptSource.remembered(text, shift), place, lambda _: None, Limits().nesting)


def _place_in(fence: Fence) -> Place:
    """Locations in a fence. Columns are inexact after Liquid on the same line."""
    return File(fence.location.file, fence.text, fence.location.line - 1, fence.location.column - 1).location


def _commented(text: str, place: Place) -> Iterator[Value]:
    """The literals in runs of comment lines, read with spaces in place of the comment marks."""
    start = 0
    run = ""
    for line in [*text.splitlines(keepends=True), ""]:
        mark = _COMMENT.match(line)
        if mark:
            run += " " * mark.end() + line[mark.end() :]
            continue
        if _LITERAL.match(run):
            reader = _reader(f"({run}\n)", _moved(place, start), shift=1)
            if not reader.source.broken:
                yield from reader.literals()
        start += len(run) + len(line)
        run = ""


def _moved(place: Place, by: int) -> Place:
    return lambda start, end: place(start + by, end + by)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Converts the syntax nodes of one source to values."""

    source: JavaScriptSource
    place: Place
    report: Report
    nesting: int
    constants: Mapping[str, Node] = field(default_factory=dict)
    """Name -> what it stands for."""

    def report_errors(self) -> None:
        """Reports where the source is not JavaScript."""
        if self.source.missing:
            start, end = self.source.stretch(self.source.opened, len(self.source.data))
            self._complain(UNREADABLE_TRYIT, f"the script ends before its `{self.source.missing[:20]}`", start, end)
        whole = len(self.source.text)
        for number, node in enumerate(self.source.errors() if self.source.broken else ()):
            start, end = self.source.span(_unread(node))[0], self.source.span(node)[1]
            found = self.source.text[start:end][:_LONGEST_ERROR].strip()
            message = f"`{found}` is not expected here" if found else "something is missing here"
            # What stands behind the first error may be read as something else than it is.
            is_first = not number and not self.source.missing
            self._complain(UNREADABLE_TRYIT, message, start, whole if is_first else end)

    def calls(self) -> Iterator[Call]:
        """All calls, except those nested too deeply."""
        knowing = replace(self, constants=self._constants())
        open_calls: list[int] = []
        for node in self.source.find("call_expression"):
            while open_calls and open_calls[-1] <= node.start_byte:
                open_calls.pop()
            if len(open_calls) == self.nesting:
                self._too_deep(node)
                return
            open_calls.append(node.end_byte)
            yield Call(self._callee(node), knowing._arguments(node), self._location(node))

    def _constants(self) -> dict[str, Node]:
        """The names that the script declares once, with `const`."""
        found: dict[str, list[tuple[str, Node]]] = {}
        for node in self.source.find("variable_declarator"):
            name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
            if name and value and node.parent and name.type == "identifier":
                kind = self.source.written(node.parent).split(None, 1)[0]
                found.setdefault(self.source.written(name), []).append((kind, value))
        return {
            name: several[0][1] for name, several in found.items() if len(several) == 1 and several[0][0] == "const"
        }

    def _constant(self, node: Node, depth: int) -> Value | None:
        """The literal that a name stands for; None if it stands for none, or for one with names in it."""
        known = self.constants.get(self.source.written(node))
        # Names inside of it stay names, or a few lines of script could stand for a million values.
        value = replace(self, constants={})._value(known, depth) if known else None
        return None if isinstance(value, Opaque) else value

    def bindings(self) -> Iterator[Binding]:
        """The declared names with a literal value."""
        for node in self.source.find("variable_declarator"):
            name, value = node.child_by_field_name("name"), self._field(node, "value")
            if name and name.type == "identifier" and not isinstance(value, Opaque):
                yield Binding(self.source.written(name), value, self._location(node))

    def comments(self) -> Iterator[Comment]:
        """All comments."""
        for node in self.source.find("comment"):
            start, _ = self.source.span(node)
            before = self.source.text[self.source.shift :][:start].rpartition("\n")[2]
            words = re.sub(r"^\s*(?://+|/\*+|\*)|\*/\s*$", "", self.source.written(node), flags=re.MULTILINE).split()
            yield Comment(" ".join(words), self._location(node), not before.strip())

    def texts(self) -> Iterator[Assembled]:
        """Every string of the script. Strings joined with `+` count as one, and only the whole one is given."""
        for node in self.source.find_outermost("string", "template_string", "binary_expression"):
            if node.type != "binary_expression" or self._is_text(node):
                yield Assembled(tuple(self._parts(node)), self._location(node))

    def _is_text(self, node: Node) -> bool:
        return any(one.type in ("string", "template_string") for one in _added(node))

    def _parts(self, node: Node) -> Iterator[str | Value]:
        for one in _added(node):
            if one.type == "template_string":
                yield from self._template(one)
            else:
                yield self._string(one) if one.type == "string" else self._value(one)

    def _template(self, node: Node) -> Iterator[str | Value]:
        """The text of a template literal, and the values inserted into it."""
        for child in node.named_children:
            if child.type == "template_substitution":
                inside = next((one for one in child.named_children if one.type != "comment"), None)
                yield self._value(inside) if inside else Opaque("", self._location(child))
            else:
                written = self.source.written(child)
                yield unescape(written) if child.type == "escape_sequence" else written

    def literals(self) -> Iterator[Value]:
        """The objects and arrays that are not inside another one."""
        return map(self._value, self.source.find_outermost("object", "array"))

    def _value(self, node: Node, depth: int = 1) -> Value:
        while node.type == "parenthesized_expression" and node.named_child_count == 1:
            node = node.named_child(0)
        where = self._location(node)
        if node.type in ("object", "array") and depth > self.nesting:
            self._too_deep(node)
            return Opaque(self._short(node), where)
        match node.type:
            case "identifier" if known := self._constant(node, depth):
                return known
            case "object":
                return ObjectLiteral(tuple(self._entries(node, depth)), where)
            case "array":
                return ArrayLiteral(tuple(self._items(node, depth)), where)
            case "true" | "false" | "null":
                return Scalar(_WORDS[node.type], where)
            case "string":
                return Scalar(self._string(node), where)
            case "template_string" if not any(child.type == "template_substitution" for child in node.children):
                return Scalar(self._string(node), where)
            case "number" | "unary_expression":
                number = number_of(self.source.written(node))
                return Opaque(self._short(node), where) if number is None else Scalar(number, where)
            case "call_expression":
                return self._call_value(node, where, depth)
            case "binary_expression" if all(one.type in ("string", "template_string") for one in _added(node)):
                parts = [self._value(one) for one in _added(node)]
                texts = [one.value for one in parts if isinstance(one, Scalar) and isinstance(one.value, str)]
                return Scalar("".join(texts), where) if len(texts) == len(parts) else Opaque(self._short(node), where)
        return Opaque(self._short(node), where)

    def _call_value(self, node: Node, where: Location, depth: int) -> Value:
        function, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
        if function and self.source.written(function) == "JSON.stringify" and given and given.named_child_count:
            return JsonText(self._value(given.named_child(0), depth), where)
        made = function.child_by_field_name("object") if function and self._callee(node) in _TO_TEXT else None
        kind = made.child_by_field_name("constructor") if made and made.type == "new_expression" else None
        if kind and self.source.written(kind) == "Date":
            return Scalar("now", where, is_date=True)
        return Opaque(self._short(node), where)

    def _entries(self, node: Node, depth: int) -> Iterator[Entry]:
        for child in self._within(node):
            key = child.child_by_field_name("key") or child.child_by_field_name("name")
            where = self._location(key or child)
            match child.type:
                case "comment":
                    continue
                case "pair" if key and not any(part.is_error for part in child.children):
                    yield Entry(self._key(key), self._field(child, "value", depth + 1), where)
                case "pair" if key:
                    yield Entry(self._key(key), Opaque(self._short(child), self._location(child)), where)
                case "method_definition" if key:
                    yield Entry(self._key(key), Opaque(self._short(child), self._location(child)), where)
                case "shorthand_property_identifier":
                    known = self._constant(child, depth + 1)
                    yield Entry(self.source.written(child), known or Opaque(self._short(child), where), where)
                case "spread_element" if (inside := self._spread(child, depth)) is not None:
                    yield from inside.entries
                case _:
                    text = self._short(child).removeprefix("...")
                    yield Entry("...", Opaque(text, where), where)

    def _spread(self, node: Node, depth: int) -> ObjectLiteral | None:
        """The object whose entries are copied; None if it is not a literal or a constant."""
        value = self._value(node.named_child(0), depth) if node.named_child_count == 1 else None
        return value if isinstance(value, ObjectLiteral) else None

    def _items(self, node: Node, depth: int) -> Iterator[Value]:
        return (self._value(child, depth + 1) for child in self._within(node) if child.type != "comment")

    def _within(self, node: Node) -> Sequence[Node]:
        """The children of a literal, as many as are read."""
        inside = node.named_children
        if len(inside) > _MOST_ENTRIES:
            message = f"a literal has {len(inside)} entries; {_MOST_ENTRIES} are read"
            self._complain(LIMIT_EXCEEDED, message, *self.source.span(node))
        return inside[:_MOST_ENTRIES]

    def _field(self, node: Node, name: str, depth: int = 1) -> Value:
        value = node.child_by_field_name(name)
        return self._value(value, depth) if value else Opaque("", self._location(node))

    def _arguments(self, node: Node) -> tuple[Value, ...]:
        given = node.child_by_field_name("arguments")
        if given is None:
            return ()
        return tuple(self._items(given, 0)) if given.type == "arguments" else (self._value(given),)

    def _callee(self, node: Node) -> str:
        function = node.child_by_field_name("function")
        if function is None:
            return ""
        last = function.child_by_field_name("property") or function.child_by_field_name("index") or function
        return self._key(last)

    def _key(self, node: Node) -> str:
        return self._string(node) if node.type == "string" else self._short(node)

    def _string(self, node: Node) -> str:
        parts = (
            unescape(self.source.written(child)) if child.type == "escape_sequence" else self.source.written(child)
            for child in node.named_children
        )
        # Pairs of `\uD83D\uDE00` escapes become one character; lone surrogates are replaced.
        return "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _short(self, node: Node) -> str:
        return self.source.written(node)[:_OPAQUE_LENGTH]

    def _location(self, node: Node) -> Location:
        return self.place(*self.source.span(node))

    def _too_deep(self, node: Node) -> None:
        self._complain(LIMIT_EXCEEDED, f"nested deeper than {self.nesting} levels", *self.source.span(node))

    def _complain(self, rule: Rule, message: str, start: int, end: int) -> None:
        self.report(Diagnostic(rule, message, self.place(start, end)))


def _added(node: Node) -> Iterator[Node]:
    """The operands of `+`, from left to right. Iterative, since long concatenations would exceed the recursion
    limit."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        operator = one.child_by_field_name("operator") if one.type == "binary_expression" else None
        left, right = one.child_by_field_name("left"), one.child_by_field_name("right")
        if operator is not None and operator.type == "+" and left and right:
            waiting += [right, left]
        else:
            yield one


_TO_TEXT = {"toJSON", "toISOString"}


def _unread(error: Node) -> Node:
    """The node where an error begins, after the part that could still be parsed."""
    return next((child for child in error.children if child.child_count == 0), error)
