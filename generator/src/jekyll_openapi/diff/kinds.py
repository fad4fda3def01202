"""Every kind of change, with what it does to a caller on each side.

What callers send may not be narrowed, what they get may not be widened, and no name that their code uses may go. One
thing is kinder than that: an answer may hold an enumeration value that is new, since the client keeps it.
"""

from dataclasses import dataclass

from jekyll_openapi.diff.change import Level


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does, and why."""

    level: Level
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change."""

    name: str
    request: Effect
    response: Effect
    neither: Effect


_UNUSED = Effect("note", "no operation uses it")
_NAME_GONE = Effect("breaking", "code that names it fails")
_REFUSED = Effect("breaking", "what was accepted can now be refused")
_ACCEPTED = Effect("compatible", "what was accepted still is")
_EXPECTED = Effect("compatible", "every answer is one that callers are ready for")
_UNEXPECTED = Effect("breaking", "an answer can be one that callers are not ready for")
_TOLD = Effect("note", "nothing that is sent or read changes")


def _always(name: str, effect: Effect) -> Kind:
    return Kind(name, effect, effect, effect)


def _narrowing(name: str) -> Kind:
    return Kind(name, _REFUSED, _EXPECTED, _UNUSED)


def _widening(name: str) -> Kind:
    return Kind(name, _ACCEPTED, _UNEXPECTED, _UNUSED)


def _other(name: str) -> Kind:
    return Kind(name, _REFUSED, _UNEXPECTED, _UNUSED)


def _breaking(name: str, reason: str) -> Kind:
    return _always(name, Effect("breaking", reason))


def _compatible(name: str, reason: str) -> Kind:
    return _always(name, Effect("compatible", reason))


# --- the description as a whole ---------------------------------------------------------------------------------------

INFO = _always("info-changed", _TOLD)
DESCRIPTION = _always("description-changed", _TOLD)
ANNOTATION = _always("annotation-changed", _TOLD)
EXAMPLE = _always("example-changed", _TOLD)
TAG_ADDED = _always("tag-added", _TOLD)
TAG_REMOVED = _always("tag-removed", _TOLD)
SERVER_ADDED = _compatible("server-added", "the others are as they were")
SERVER_REMOVED = _breaking("server-removed", "callers that use it reach nothing")
SERVER_CHANGED = _breaking("server-changed", "requests go to another host")
DEFAULT_SERVER = _breaking("default-server-changed", "who names no server reaches another one")
SCHEME_ADDED = _compatible("security-scheme-added", "the others are as they were")
SCHEME_REMOVED = _breaking("security-scheme-removed", "callers that use it are refused")
SCHEME_CHANGED = _breaking("security-scheme-changed", "callers have to show who they are in another way")
CLIENT_RENAMED = _breaking("client-renamed", "imports of the old name fail")
CLIENT_CHANGED = _compatible("client-changed", "the client treats requests or answers in another way")
EXTENSION = _compatible("extension-changed", "a client that heeds the extension acts in another way")

# --- operations -------------------------------------------------------------------------------------------------------

OPERATION_ADDED = _compatible("operation-added", "the others are as they were")
OPERATION_REMOVED = _breaking("operation-removed", "calls of it fail")
OPERATION_RENAMED = _breaking("operation-renamed", "calls under the old name fail")
METHOD = _breaking("method-changed", "clients that were made before send the old one")
OPERATION_ID = _breaking("operation-id-changed", "clients name their functions after it")
TAG = _always("operation-tag-changed", Effect("note", "only where documentation lists it moves"))
SECURITY_ADDED = _breaking("security-tightened", "callers that were let in can be refused")
SECURITY_REMOVED = _compatible("security-loosened", "callers that were let in still are")
SECURITY_CHANGED = _breaking("security-changed", "callers have to show who they are in another way")
CLASS_TO_TRADE = _compatible("operation-class-changed", "`dry_run` comes, and a tag is made for each call")
CLASS_FROM_TRADE = _breaking("operation-class-changed", "`dry_run` is gone, and no tag is made for a call")
CLASS_READ = _breaking("operation-class-changed", "only a `read` is sent again, and its faults raise other exceptions")
CLASS_AUTH = _breaking("operation-class-changed", "a refusal by `auth` raises another exception than one by `write`")
PARAMETER_ADDED = _compatible("parameter-added", "it may be left out")
PARAMETER_NEEDED = _breaking("required-parameter-added", "calls without it are refused")
PARAMETER_REMOVED = _breaking("parameter-removed", "calls with it fail")
PARAMETER_RENAMED = _breaking("parameter-renamed", "calls with the old name fail")
PARAMETER_MOVED = _breaking("parameter-moved", "clients that were made before send it in the old place")
PARAMETER_REQUIRED = _breaking("parameter-required", "calls without it are refused")
PARAMETER_OPTIONAL = _compatible("parameter-optional", "what was accepted still is")
PARAMETER_STYLE = _breaking("parameter-style-changed", "clients that were made before write its value in the old way")
BODY_ADDED = _compatible("body-added", "it may be left out")
BODY_NEEDED = _breaking("required-body-added", "calls without it are refused")
BODY_REMOVED = _breaking("body-removed", "calls with its properties fail")
BODY_REQUIRED = _breaking("body-required", "calls without it are refused")
BODY_OPTIONAL = _compatible("body-optional", "what was accepted still is")
MEDIA_ADDED = _compatible("media-type-added", "the others are as they were")
MEDIA_REMOVED = _breaking("media-type-removed", "clients that were made before speak only that one")
RESPONSE_ADDED = _compatible("response-added", "the others are as they were")
RESPONSE_REMOVED = _breaking("response-removed", "callers wait for it")
FAILURE_ADDED = _always("response-added", Effect("note", "the client raises for any failure, listed or not"))
FAILURE_REMOVED = _always("response-removed", Effect("note", "the client raises for any failure, listed or not"))

# --- schemas ----------------------------------------------------------------------------------------------------------

SCHEMA_ADDED = _compatible("schema-added", "the others are as they were")
SCHEMA_REMOVED = _always("schema-removed", _NAME_GONE)
SCHEMA_RENAMED = _always("schema-renamed", _NAME_GONE)
SCHEMA_REPLACED = Kind("schema-replaced", _REFUSED, _UNEXPECTED, _UNUSED)
TYPE_NARROWED = _narrowing("type-narrowed")
TYPE_WIDENED = _widening("type-widened")
TYPE_CHANGED = _other("type-changed")
LIMIT_TIGHTENED = _narrowing("limit-tightened")
LIMIT_LOOSENED = _widening("limit-loosened")
CONSTRAINT_ADDED = _narrowing("constraint-added")
CONSTRAINT_REMOVED = _widening("constraint-removed")
CONSTRAINT_CHANGED = _other("constraint-changed")
_ADDED = Effect("compatible", "code that does not know it goes on")
VALUE_ADDED = Kind(
    "enum-value-added",
    Effect("compatible", "what was accepted still is"),
    Effect("compatible", "the client keeps a value that it does not know"),
    _ADDED,
)
VALUE_REMOVED = Kind("enum-value-removed", _REFUSED, _NAME_GONE, _NAME_GONE)
VALUE_RENAMED = Kind("enum-value-renamed", _REFUSED, _NAME_GONE, _NAME_GONE)
PROPERTY_ADDED = Kind(
    "property-added",
    Effect("compatible", "it may be left out"),
    Effect("compatible", "the client keeps a property that it does not know"),
    _ADDED,
)
PROPERTY_NEEDED = Kind(
    "required-property-added",
    Effect("breaking", "requests without it are refused"),
    Effect("compatible", "the client keeps a property that it does not know"),
    _ADDED,
)
PROPERTY_REMOVED = _always("property-removed", _NAME_GONE)
PROPERTY_RENAMED = _always("property-renamed", _NAME_GONE)
PROPERTY_REQUIRED = _narrowing("property-required")
PROPERTY_OPTIONAL = _widening("property-optional")
PRACTICE_ADDED = Kind("required-in-practice", Effect("breaking", "the client asks for it"), _TOLD, _UNUSED)
PRACTICE_REMOVED = Kind("optional-in-practice", Effect("compatible", "the client asks no more"), _TOLD, _UNUSED)
LETTER_ADDED = Kind("required-by-letter", Effect("note", "the client asks for it already"), _EXPECTED, _UNUSED)
LETTER_REMOVED = Kind("optional-by-letter", Effect("note", "the client still asks for it"), _UNEXPECTED, _UNUSED)
RULE_ADDED = _narrowing("rule-added")
RULE_REMOVED = _widening("rule-removed")
RULE_TIGHTENED = _narrowing("rule-tightened")
RULE_LOOSENED = _widening("rule-loosened")
RULE_CHANGED = _other("rule-changed")
RULE_EXTENDED = _always("rule-extended", Effect("note", "only for values that are new themselves"))
RULE_REDUCED = _always("rule-reduced", Effect("note", "only for values that are gone themselves"))
