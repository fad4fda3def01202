"""Every kind of change, with its effect on callers for requests and for responses.

Narrowing what callers may send breaks them, and so does widening what they may receive. This verdict on the wire
holds for any caller. The generated client is judged separately: it is more lenient (it keeps values and properties
that it does not know) and stricter (its names must not disappear).
"""

from jekyll_openapi.diff.change import LEVELS, Level
from jekyll_openapi.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Effect:
    """The level of a change, and the reason."""

    level: Level
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change."""

    name: str
    request: Effect
    response: Effect
    neither: Effect
    client: tuple[Effect, Effect, Effect] | None = None
    """The effects on code that uses the generated client; None if they equal those on the wire."""

    @property
    def worst(self) -> int:
        """The worst level that it can have, as an index into LEVELS."""
        return min(LEVELS.index(one.level) for one in (self.request, self.response, self.neither))

    def effects(self, of_client: bool) -> tuple[Effect, Effect, Effect]:
        """The effects in requests, in responses, and elsewhere."""
        if of_client and self.client:
            return self.client
        return self.request, self.response, self.neither


_UNUSED = Effect("note", "no operation uses it")
UNMET = Effect("note", "it is not met on the side on which it is used")
_NAME_GONE = Effect("breaking", "code that names it fails")
_REFUSED = Effect("breaking", "what was accepted can now be refused")
_ACCEPTED = Effect("compatible", "what was accepted still is")
_EXPECTED = Effect("compatible", "every answer is one that callers are ready for")
_UNEXPECTED = Effect("breaking", "an answer can be one that callers are not ready for")
_TOLD = Effect("note", "nothing that is sent or read changes")
_READ_ALIKE = Effect("note", "the same is sent; only names in code change")
_TYPE = Effect("breaking", "code gets a value of another Python type")


def _always(name: str, effect: Effect, client: Effect | None = None) -> Kind:
    return Kind(name, effect, effect, effect, (client, client, client) if client else None)


def _narrowing(name: str) -> Kind:
    return Kind(name, _REFUSED, _EXPECTED, _UNUSED)


def _widening(name: str) -> Kind:
    return Kind(name, _ACCEPTED, _UNEXPECTED, _UNUSED)


def _other(name: str) -> Kind:
    return Kind(name, _REFUSED, _UNEXPECTED, _UNUSED)


def _breaking(name: str, reason: str) -> Kind:
    return _always(name, Effect("breaking", reason))


def _warning(name: str, reason: str) -> Kind:
    return _always(name, Effect("warning", reason))


def _compatible(name: str, reason: str) -> Kind:
    return _always(name, Effect("compatible", reason))


def _sent(name: str, request: Effect, response: Effect) -> Kind:
    """A kind for parts that callers send. For webhooks and callbacks the service is the sender."""
    return Kind(name, request, response, request)


def _named(name: str, reason: str) -> Kind:
    """A kind that changes nothing on the wire but breaks code that uses the client's names."""
    return _always(name, _READ_ALIKE, Effect("breaking", reason))


# --- the description as a whole ---------------------------------------------------------------------------------------

INFO = _always("info-changed", _TOLD)
DESCRIPTION = _always("description-changed", _TOLD)
ANNOTATION = _always("annotation-changed", _TOLD)
NOT_JUDGED = _always("not-judged", Effect("note", "nothing here can tell what it does to callers"))
EXAMPLE = _always("example-changed", _TOLD)
TAG_ADDED = _always("tag-added", _TOLD)
TAG_REMOVED = _always("tag-removed", _TOLD)
SERVER_ADDED = _compatible("server-added", "the others are as they were")
SERVER_REMOVED = _breaking("server-removed", "callers that use it reach nothing")
SERVER_CHANGED = _breaking("server-changed", "requests go to another address")
DEFAULT_SERVER = _always(
    "default-server-changed",
    Effect("note", "the list has no order on the wire"),
    Effect("breaking", "who names no server reaches another one"),
)
VARIABLE_CHANGED = _breaking("server-variable-changed", "who names no value reaches another address")
VARIABLE_ADDED = _compatible("server-variable-value-added", "the others are as they were")
VARIABLE_REMOVED = _breaking("server-variable-value-removed", "callers that use it reach nothing")
SCHEME_ADDED = _always("security-scheme-added", Effect("note", "operations say where it is used"))
SCHEME_REMOVED = _always("security-scheme-removed", Effect("note", "operations say where it was used"))
SCHEME_UNUSED = _always("security-scheme-changed", Effect("note", "no operation asks for it"))
SCHEME_WIDENED = _compatible("security-scheme-changed", "the other ways to get a token are as they were")
SCHEME_CHANGED = _breaking("security-scheme-changed", "callers have to show who they are in another way")
CLIENT_RENAMED = _always("client-renamed", _TOLD, Effect("breaking", "imports of the old name fail"))
CLIENT_CHANGED = _always(
    "client-changed", _TOLD, Effect("compatible", "the client treats requests or answers in another way")
)
EXTENSION = _always(
    "extension-changed", _TOLD, Effect("compatible", "a client that heeds the extension acts in another way")
)
SERVER_WRITTEN = _always("server-rewritten", Effect("note", "requests go where they went"))
WEBHOOK_ADDED = _compatible("webhook-added", "it is sent to those only who ask for it")
WEBHOOK_REMOVED = _breaking("webhook-removed", "who waits for it gets nothing")
CALLBACK_ADDED = _compatible("callback-added", "it is sent to those only who ask for it")
CALLBACK_RENAMED = _always("callback-renamed", _TOLD)
CALLBACK_REMOVED = _breaking("callback-removed", "who waits for it gets nothing")
LINK = _always("link-changed", _TOLD)

# --- operations -------------------------------------------------------------------------------------------------------

OPERATION_ADDED = _compatible("operation-added", "the others are as they were")
OPERATION_REMOVED = _breaking("operation-removed", "calls of it fail")
OPERATION_RENAMED = _breaking("operation-renamed", "calls under the old name fail")
PATH_VARIABLE = _named("path-variable-renamed", "calls with the old name fail")
PATH_SWAPPED = _breaking("path-variables-swapped", "what was sent for one can be taken for another")
ADDRESS_SPLIT = _named("address-split-otherwise", "calls under the old name fail")
METHOD = _breaking("method-changed", "clients that were made before send the old one")
OPERATION_ID = _named("operation-id-changed", "clients name their functions after it")
TAG = _always("operation-tag-changed", Effect("note", "only where documentation lists it moves"))
DEPRECATED = _compatible("deprecation-added", "it works as it did; callers should move on")
REINSTATED = _compatible("deprecation-removed", "it works as it did")
SECURITY_ADDED = _breaking("security-tightened", "callers that were let in can be refused")
SECURITY_REMOVED = _compatible("security-loosened", "callers that were let in still are")
SECURITY_CHANGED = _breaking("security-changed", "callers have to show who they are in another way")
CLASS_TO_TRADE = _always(
    "operation-class-changed", _TOLD, Effect("compatible", "`dry_run` comes, and a tag is made for each call")
)
CLASS_FROM_TRADE = _always(
    "operation-class-changed", _TOLD, Effect("breaking", "`dry_run` is gone, and no tag is made for a call")
)
CLASS_READ = _always(
    "operation-class-changed", _TOLD, Effect("breaking", "only a `read` is sent again, and its faults differ")
)
CLASS_AUTH = _always(
    "operation-class-changed", _TOLD, Effect("breaking", "a refusal by `auth` raises another exception than by `write`")
)
_LEFT_OUT = Effect("compatible", "it may be left out")
_WANTED = Effect("breaking", "calls without it are refused")
_LACKING = Effect("breaking", "callers that read it can get nothing")
_MORE = Effect("compatible", "callers can rely on more")
_OFFERED = Effect("compatible", "the others are as they were")
_STILL = Effect("compatible", "what was accepted still is")
PARAMETER_ADDED = _sent("parameter-added", _LEFT_OUT, _OFFERED)
PARAMETER_NEEDED = _sent("required-parameter-added", _WANTED, _OFFERED)
PARAMETER_REMOVED = _breaking("parameter-removed", "calls with it fail")
PARAMETER_RENAMED = _breaking("parameter-renamed", "calls with the old name fail")
PARAMETER_MOVED = _breaking("parameter-moved", "clients that were made before send it in the old place")
PARAMETER_REQUIRED = _sent("parameter-required", _WANTED, _MORE)
PARAMETER_OPTIONAL = _sent("parameter-optional", _STILL, _LACKING)
PARAMETER_STYLE = _breaking("parameter-style-changed", "clients that were made before write its value in the old way")
PARAMETER_DEFAULT = _breaking("parameter-default-changed", "who leaves it out asks for something else")
EMPTY_ALLOWED = _sent("empty-value-added", _STILL, _UNEXPECTED)
EMPTY_REFUSED = _sent("empty-value-removed", _REFUSED, _EXPECTED)
BODY_ADDED = _sent("body-added", _LEFT_OUT, _OFFERED)
BODY_NEEDED = _sent("required-body-added", _WANTED, _OFFERED)
BODY_REMOVED = _breaking("body-removed", "calls with its properties fail")
BODY_REQUIRED = _sent("body-required", _WANTED, _MORE)
BODY_OPTIONAL = _sent("body-optional", _STILL, _LACKING)
MEDIA_ADDED = _compatible("media-type-added", "the others are as they were")
MEDIA_REMOVED = _breaking("media-type-removed", "clients that were made before speak only that one")
CONTENT_NEEDED = _sent("content-added", Effect("breaking", "what was accepted can be refused for lack of it"), _OFFERED)
ENCODING_ADDED = _sent("encoding-added", _STILL, _UNEXPECTED)
ENCODING_REMOVED = _sent("encoding-removed", _REFUSED, _EXPECTED)
ENCODING = _breaking("encoding-changed", "clients that were made before write it in the old way")
RESPONSE_ADDED = _compatible("response-added", "the others are as they were")
RESPONSE_REMOVED = _breaking("response-removed", "callers wait for it")
RANGE_NARROWED = _sent("response-range-narrowed", Effect("breaking", "an answer that was taken is no more"), _TOLD)
RANGE_WIDENED = _sent("response-range-widened", _STILL, _TOLD)
FAILURE_ADDED = _always("response-added", Effect("note", "callers are ready for failures, listed or not"))
FAILURE_REMOVED = _always("response-removed", Effect("note", "callers are ready for failures, listed or not"))
HEADER_ADDED = _sent("response-header-added", _LEFT_OUT, _OFFERED)
HEADER_NEEDED = _sent("response-header-added", _WANTED, _OFFERED)
HEADER_REMOVED = _breaking("response-header-removed", "callers that read it get nothing")
HEADER_STYLE = _breaking("response-header-style-changed", "callers that read it get another text")
HEADER_OPTIONAL = _sent("response-header-optional", _STILL, _LACKING)
HEADER_REQUIRED = _sent("response-header-required", _WANTED, _MORE)

# --- schemas ----------------------------------------------------------------------------------------------------------

SCHEMA_ADDED = _always("schema-added", _TOLD, Effect("compatible", "the others are as they were"))
SCHEMA_REMOVED = _always("schema-removed", _UNUSED, _NAME_GONE)
SCHEMA_RENAMED = _always("schema-renamed", _READ_ALIKE, _NAME_GONE)
SCHEMA_REPLACED = _always("schema-replaced", _READ_ALIKE, _TYPE)
REPLACED_NARROWER = Kind("schema-replaced", _REFUSED, _EXPECTED, _UNUSED, (_REFUSED, _TYPE, _TYPE))
REPLACED_WIDER = Kind("schema-replaced", _ACCEPTED, _UNEXPECTED, _UNUSED, (_TYPE, _UNEXPECTED, _TYPE))
REPLACED = Kind("schema-replaced", _REFUSED, _UNEXPECTED, _UNUSED, (_REFUSED, _UNEXPECTED, _TYPE))
CLASS_OF_VALUE = _always("python-type-changed", _READ_ALIKE, _TYPE)
TYPE_NARROWED = _narrowing("type-narrowed")
TYPE_WIDENED = _widening("type-widened")
TYPE_CHANGED = _other("type-changed")
LIMIT_TIGHTENED = _narrowing("limit-tightened")
LIMIT_LOOSENED = _widening("limit-loosened")
CONSTRAINT_ADDED = _narrowing("constraint-added")
CONSTRAINT_REMOVED = _widening("constraint-removed")
CONSTRAINT_CHANGED = _other("constraint-changed")


def by_direction(is_narrower: bool, is_wider: bool) -> Kind | None:
    """The kind for a constraint that allows fewer values, more values, or other values; None if neither."""
    if is_narrower == is_wider:
        return CONSTRAINT_CHANGED if is_narrower else None
    return CONSTRAINT_ADDED if is_narrower else CONSTRAINT_REMOVED


ALTERNATIVE_ADDED = _widening("alternative-added")
ALTERNATIVE_REMOVED = _narrowing("alternative-removed")
ALTERNATIVES_CHANGED = _other("alternatives-changed")
DISCRIMINATOR = _other("discriminator-changed")
_ADDED = Effect("compatible", "code that does not know it goes on")
_KEPT = Effect("compatible", "the client keeps a value that it does not know")
VALUE_ADDED = Kind(
    "enum-value-added",
    Effect("compatible", "what was accepted still is"),
    Effect("warning", "callers whose tools know only the listed values fail"),
    _ADDED,
    (Effect("compatible", "what was accepted still is"), _KEPT, _ADDED),
)
VALUE_ADDED_OPEN = Kind(
    "enum-value-added",
    Effect("compatible", "what was accepted still is"),
    Effect("compatible", "the list is open: `x-extensible-enum`"),
    _ADDED,
    (Effect("compatible", "what was accepted still is"), _KEPT, _ADDED),
)
VALUE_FOREIGN = replace(VALUE_ADDED, response=Effect("breaking", "of the values that callers know none is left"))
VALUE_REMOVED = Kind(
    "enum-value-removed", _REFUSED, _EXPECTED, _UNUSED, (Effect("breaking", _REFUSED.reason), _NAME_GONE, _NAME_GONE)
)
VALUE_RENAMED = Kind("enum-value-renamed", _REFUSED, _UNEXPECTED, _UNUSED, (_REFUSED, _NAME_GONE, _NAME_GONE))
_UNKNOWN_KEPT = Effect("compatible", "callers ignore a property that they do not know")
PROPERTY_ADDED = Kind("property-added", Effect("compatible", "it may be left out"), _UNKNOWN_KEPT, _ADDED)
PROPERTY_NEEDED = Kind(
    "required-property-added", Effect("breaking", "requests without it are refused"), _UNKNOWN_KEPT, _ADDED
)
PROPERTY_LET_IN = Kind(
    "property-added",
    Effect("compatible", "it may be left out"),
    Effect("breaking", "the object held no other properties than those listed"),
    _ADDED,
    (Effect("compatible", "it may be left out"), _UNKNOWN_KEPT, _ADDED),
)
NEEDED_LET_IN = replace(
    PROPERTY_LET_IN,
    name="required-property-added",
    request=PROPERTY_NEEDED.request,
    client=PROPERTY_NEEDED.effects(of_client=False),
)
PROPERTY_REMOVED = Kind(
    "property-removed",
    Effect("breaking", "calls that send it mean something else, or are refused"),
    Effect("breaking", "callers that read it get nothing"),
    _UNUSED,
    (_NAME_GONE, _NAME_GONE, _NAME_GONE),
)
PROPERTY_RENAMED = Kind(
    "property-renamed",
    Effect("breaking", "calls that send the old name mean something else, or are refused"),
    Effect("breaking", "callers that read the old name get nothing"),
    _UNUSED,
    (_NAME_GONE, _NAME_GONE, _NAME_GONE),
)
PROPERTY_REQUIRED = _narrowing("property-required")
PROPERTY_OPTIONAL = _widening("property-optional")
READ_ONLY = Kind(
    "read-only-added", Effect("warning", "the service may ignore or refuse it in requests"), _TOLD, _UNUSED
)
NOT_READ_ONLY = Kind("read-only-removed", _ACCEPTED, _TOLD, _UNUSED)
WRITE_ONLY = Kind("write-only-added", _TOLD, Effect("breaking", "callers that read it get nothing"), _UNUSED)
NOT_WRITE_ONLY = Kind("write-only-removed", _TOLD, _UNKNOWN_KEPT, _UNUSED)
_NEVER_NONE = Effect("compatible", "code need not ask whether it is None")
_MAYBE_NONE = Effect("breaking", "code gets None where it got a value")
PRESENCE_ADDED = _always("presence-added", _TOLD, _NEVER_NONE)
PRESENCE_REMOVED = _always("presence-removed", _TOLD, _MAYBE_NONE)
DEFAULT_CHANGED = Kind(
    "default-changed", Effect("breaking", "who leaves it out asks for something else"), _TOLD, _UNUSED
)
DEFAULT_STATED = Kind(
    "default-changed", Effect("warning", "who leaves it out may ask for something else"), _TOLD, _UNUSED
)
PRACTICE_ADDED = Kind("required-in-practice", Effect("breaking", "the client asks for it"), _TOLD, _UNUSED)
PRACTICE_REMOVED = Kind("optional-in-practice", Effect("compatible", "the client asks no more"), _TOLD, _UNUSED)
LETTER_ADDED = Kind("required-by-letter", Effect("note", "the service asked for it already"), _EXPECTED, _UNUSED)
LETTER_REMOVED = Kind("optional-by-letter", Effect("note", "the service still asks for it"), _UNEXPECTED, _UNUSED)
RULE_ADDED = _narrowing("rule-added")
RULE_REMOVED = _widening("rule-removed")
RULE_TIGHTENED = _narrowing("rule-tightened")
RULE_LOOSENED = _widening("rule-loosened")
RULE_CHANGED = _other("rule-changed")
RULE_EXTENDED = _always("rule-extended", Effect("note", "only for values that are new themselves"))
RULE_REDUCED = _always("rule-reduced", Effect("note", "only for values that are gone themselves"))
