"""Reads the try-it calls in a page's scripts: path, method and parameters; and callouts about security."""

from jekyll_openapi.api.context import Context
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.nearest import nearest
from jekyll_openapi.pages.document import (
    ArrayLiteral,
    Call,
    Entry,
    Fence,
    JsonText,
    ObjectLiteral,
    Opaque,
    Page,
    Scalar,
    Script,
    Value,
)
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import UNREADABLE_TRYIT

_MOST_NAMES = 5
_ALIKE = 0.7
"""Similarity (0 to 1) from which an unknown call is taken for a misspelt try-it call."""


@dataclass(frozen=True, slots=True)
class Tryit:
    """The argument of a try-it call, by the dialect's keys; None or empty if a key is absent."""

    location: Location
    path: Scalar | None = None
    method: Scalar | None = None
    body: ObjectLiteral | None = None
    query: ObjectLiteral | None = None
    exclude: tuple[str, ...] = ()
    is_shared: bool = False


def read_tryits(page: Page, context: Context) -> tuple[Tryit, ...]:
    """The page's try-it calls in page order. Reports calls that look misspelt."""
    calls = [call for call in page.calls if call.callee.casefold() == context.dialect.tryit_call]
    for call in page.calls:
        if _is_misspelt(call, context):
            message = f"the call `{call.callee}` is not known, so its arguments are not read"
            context.found(UNREADABLE_TRYIT, message, call.location, "did you mean `defineTryit`?")
    if not calls:
        _report_lost(page, context)
    return tuple(read for call in calls if (read := _read(call, context)))


def _report_lost(page: Page, context: Context) -> None:
    """Reports a try-it call in a script that is too broken to show it as a call."""
    text, wanted = page.rendered, f"{context.dialect.tryit_call}("
    if wanted not in text.casefold():
        return
    lines = text.split("\n")
    shown = {line.strip() for block in page.blocks if isinstance(block, Fence) for line in block.text.split("\n")}
    is_in_script = False
    for index, line in enumerate(lines):
        is_in_script = is_in_script or "<script" in line.lower()
        if is_in_script and wanted in line.casefold() and not _is_shown(line.strip(), shown):
            last = next((at for at in range(index, len(lines)) if "</script" in lines[at].lower()), len(lines) - 1)
            first, end = (page.line_numbers[min(at, len(page.line_numbers) - 1)] for at in (index, last))
            message = "the script calls it, and the call cannot be read"
            where = Location(page.path, first, 1, end, 1)
            context.found(UNREADABLE_TRYIT, f"`{context.dialect.tryit_call}`: {message}", where, "mend the script")
            return
        is_in_script = is_in_script and "</script" not in line.lower()


def _is_shown(line: str, shown: set[str]) -> bool:
    """Whether a line with a call only shows it: as code in a fence, or in a comment."""
    return line.startswith(("//", "*", "/*")) or line in shown


def _is_misspelt(call: Call, context: Context) -> bool:
    """Whether a call with an unknown name looks like a try-it call or a callout."""
    dialect, name = context.dialect, call.callee.casefold()
    known = (dialect.tryit_call, dialect.callout_call)
    keys = {entry.key for one in call.arguments if isinstance(one, ObjectLiteral) for entry in one.entries}
    says_path = dialect.tryit_path in keys and {dialect.tryit_method, dialect.tryit_body, dialect.tryit_query} & keys
    says_words = "title" in keys and keys & set(_MESSAGES)
    return name not in known and bool(keys) and bool(says_path or says_words or nearest(name, known, alike=_ALIKE))


def is_secured(page: Page, context: Context) -> bool:
    """Whether the page shows the callout that says that a token is needed."""
    callouts = [call for call in page.calls if call.callee.casefold() == context.dialect.callout_call]
    return any(_names(value, context.dialect.auth_callout) for call in callouts for value in call.arguments)


def callout_texts(page: Page, tryit: Tryit | None, context: Context) -> tuple[str, ...]:
    """The texts of callouts beside this try-it call; of all callouts on the page if it has only one such call."""
    scripts = context.once("scripts", (page,), lambda: [one for one in page.blocks if isinstance(one, Script)])
    calls = [call.callee.casefold() for one in scripts for call in one.calls]
    if calls.count(context.dialect.tryit_call) > 1:
        scripts = [one for one in scripts if tryit and tryit.location in (call.location for call in one.calls)]
    told = [call for one in scripts for call in one.calls if call.callee.casefold() == context.dialect.callout_call]
    callouts = (value for call in told for value in call.arguments if isinstance(value, ObjectLiteral))
    titled = ((_told(callout, ("title",), context), _told(callout, _MESSAGES, context)) for callout in callouts)
    return tuple(f"**{title}** {message}" if title else message for title, message in titled if message)


def _told(callout: ObjectLiteral, keys: tuple[str, ...], context: Context) -> str:
    """The words under one of the keys; what is no text is reported, since only a browser can tell what it shows."""
    entry = next((one for one in callout.entries if one.key in keys), None)
    if entry is None:
        return ""
    if not isinstance(entry.value, Scalar) or not isinstance(entry.value.value, str):
        message, end = f"the callout's `{entry.key}` is not text", entry.value.location
        location = entry.location.until(end)
        context.found(UNREADABLE_TRYIT, message, location, "write its words as one text, or on the page")
        return ""
    return " ".join(_TAG.sub("", _BREAK.sub(" ", entry.value.value)).split())


_MESSAGES = ("message", "text", "content", "html")
"""What a callout's key for its words is called."""
_BREAK = regex(r"<br\s*/?>")
_TAG = regex(r"</?[a-zA-Z][^<>]*>")


def _names(value: Value, word: str) -> bool:
    return isinstance(value, Opaque) and value.text.casefold().rsplit(".", 1)[-1] == word


def _read(call: Call, context: Context) -> Tryit | None:
    if not call.arguments or not isinstance(call.arguments[0], ObjectLiteral):
        context.found(UNREADABLE_TRYIT, "the try-it call has no object literal", call.location)
        return None
    argument, dialect = call.arguments[0], context.dialect
    read = (
        dialect.tryit_path, dialect.tryit_method, dialect.tryit_body, dialect.tryit_query, dialect.tryit_exclude,
    )  # fmt: skip
    silent = (dialect.tryit_shared, *dialect.tryit_known)
    for entry in argument.entries:
        if entry.key not in read and (entry.key not in silent or _inside(entry)):
            _report_unread(entry, (*read, *silent), context)
    return Tryit(
        call.location,
        _text(argument, dialect.tryit_path, context),
        _text(argument, dialect.tryit_method, context),
        _object(argument, dialect.tryit_body, context),
        _object(argument, dialect.tryit_query, context),
        _texts(argument, dialect.tryit_exclude, context),
        _is_true(argument.get(dialect.tryit_shared)),
    )


def _report_unread(entry: Entry, known: tuple[str, ...], context: Context) -> None:
    """Reports a key that nothing reads, and the keys of the object below it."""
    message, location = f"the key `{entry.key}` is not known", entry.location
    if isinstance(entry.value, Opaque):
        end = entry.value.location
        location = location.until(end)
    if names := _inside(entry):
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        message = f"parts of `{entry.key}` are not literals and not read: {', '.join(names[:_MOST_NAMES])}{more}"
        end = entry.value.location
        location = location.until(end)
    near = [] if entry.key in known else nearest(entry.key, known)
    context.found(UNREADABLE_TRYIT, message, location, f"did you mean `{near[0]}`?" if near else "")


def _inside(entry: Entry) -> list[str]:
    """The keys of the object below a key."""
    value = entry.value.value if isinstance(entry.value, JsonText) else entry.value
    return [f"`{one.key}`" for one in value.entries] if isinstance(value, ObjectLiteral) else []


def _is_true(value: Value | None) -> bool:
    return isinstance(value, Scalar) and value.value is True


def _text(argument: ObjectLiteral, key: str, context: Context) -> Scalar | None:
    value = argument.get(key)
    if isinstance(value, Scalar) and isinstance(value.value, str):
        return value
    if value is not None:
        context.found(UNREADABLE_TRYIT, f"`{key}` is not text", value.location)
    return None


def _object(argument: ObjectLiteral, key: str, context: Context) -> ObjectLiteral | None:
    value = argument.get(key)
    if isinstance(value, JsonText):
        value = value.value
    if isinstance(value, ObjectLiteral):
        return value
    if value is not None:
        context.found(UNREADABLE_TRYIT, f"`{key}` is not an object literal", value.location)
    return None


def _texts(argument: ObjectLiteral, key: str, context: Context) -> tuple[str, ...]:
    value = argument.get(key)
    if value is None:
        return ()
    if isinstance(value, ArrayLiteral):
        texts = [item.value for item in value.items if isinstance(item, Scalar) and isinstance(item.value, str)]
        if len(texts) == len(value.items):
            return tuple(texts)
    context.found(UNREADABLE_TRYIT, f"`{key}` is not a list of texts", value.location)
    return ()
