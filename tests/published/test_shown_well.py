"""What other tools show of a description: tags, summaries, titles of rules, examples of answers."""

from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.api.operations import _said_by, summary
from jekyll_openapi.api.shared_operations import _summary
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.openapi.operations import operations
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import read_base
from jekyll_openapi.spec.examples import Validators
from jekyll_openapi.spec.generated_examples import add_examples
from jekyll_openapi.spec.openapi30 import to_openapi30
from jekyll_openapi.spec.overlay import read_overlay
from jekyll_openapi.spec.rule_words import correct_remarks

SUMMARIES = {
    "Gives the entity with the ID.": "Gives the Account with the ID",
    "Returns an entity by its id.": "Returns an Account by its id",
    "Returns one entity.": "Returns one Account",
    "This operation is used to look up an entity by ID.": "Look up an Account by ID",
    "Lists the entities of this type that you may see.": "Lists the Account entities that you may see",
    "Lists every entity of this type.": "Lists every Account",
    "Entities, newest first.": "Account entities, newest first",
    "Gives what has the ID.": "Account: Gives what has the ID",
    "": "Account: item",
}


@pytest.mark.parametrize("sentence", SUMMARIES)
def test_a_shared_operation_is_summed_up_with_its_entity(sentence: str) -> None:
    assert _summary("item", sentence, "Account", False) == SUMMARIES[sentence]


def test_a_shared_operation_of_many_says_so() -> None:
    assert _summary("items", "Look up an entity.", "Order", True) == "Look up Order entities"
    assert _summary("item", "Gets an entity.", "User", False) == "Gets a User"


FIRST_SENTENCES = {
    "This operation is used to renew a session. More.": "Renew a session",
    "Use this operation to make a request to place an order.": "Place an order",
    "Use this endpoint for deleting all.": "Deleting all",
    "Get a snapshot of an [Account](https://a.invalid/b)'s [`cash`](c).": "Get a snapshot of an Account's `cash`",
    "Takes `[a](b)` as it is.": "Takes `[a](b)` as it is",
    "Used to be here.": "Used to be here",
    "[Account](https://a.invalid/b) is told.": "Account is told",
}


@pytest.mark.parametrize("description", FIRST_SENTENCES)
def test_a_summary_is_plain_text_that_says_what_is_done(description: str) -> None:
    assert summary(description) == FIRST_SENTENCES[description]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/order/cancelOrder", "Cancel order"),
        ("/auth/me", "Auth: me"),
        ("/me", "Me"),
        ("/carrierRate/list", "Carrier rate: list"),
        ("/rooms/{id}", "Rooms"),
    ],
)
def test_an_operation_without_a_sentence_is_called_by_its_name(path: str, said: str) -> None:
    assert _said_by(path, [one for one in path.split("/") if one[:1] != "{"][-1]) == said


@pytest.fixture(scope="module", params=["pages", "site"])
def made(request: pytest.FixtureRequest, root: Path) -> Made:
    """The description of the pages here, corrected, and of the real site."""
    base = read_base(root / "spec" / "base.yaml")
    if request.param == "site":
        return make_spec(request.getfixturevalue("site"), base)
    return make_spec(root / "spec" / "pages", base, overlay=read_overlay(root / "spec" / "overlay.yaml", "overlay"))


def test_no_tag_holds_more_than_a_fifth_and_each_is_described(made: Made) -> None:
    found = [one for _, _, one in operations(made.spec)]
    counts = Counter(tag for one in found for tag in one["tags"])
    assert max(counts.values()) <= len(found) / 5
    described: dict[str, Any] = {one["name"]: one["description"] for one in made.spec["tags"]}
    assert set(described) == set(counts)
    assert all(described.values())


def test_each_operation_says_what_it_does(made: Made) -> None:
    for path, _, operation in operations(made.spec):
        assert operation["description"].strip("."), path
        assert "](" not in operation["summary"], path


def test_no_two_operations_have_one_summary(made: Made) -> None:
    counts = Counter(one["summary"] for _, _, one in operations(made.spec))
    assert [summary for summary, count in counts.items() if count > 1] == []


# --- rules ------------------------------------------------------------------------------------------------------------


def test_each_rule_has_a_title_and_no_two_of_a_schema_have_one(made: Made) -> None:
    for schema in made.spec["components"]["schemas"].values():
        titles = [one["title"] for one in schema.get("allOf", ()) if "if" in one]
        assert len(set(titles)) == len(titles)
        assert not any("`" in one for one in titles)


def test_a_corrected_rule_is_told_where_the_remark_stood(made: Made) -> None:
    price = made.spec["components"]["schemas"]["PlaceOCO"]["properties"]["price"]["description"]
    is_corrected = "x-corrections" in made.spec["info"]
    assert ("non-" in price, price.endswith("orders (corrected).")) == (not is_corrected, is_corrected)


RULE: dict[str, Any] = {
    "if": {"properties": {"kind": {"enum": ["A", "B"]}}, "required": ["kind"]},
    "then": {"required": ["size"]},
    "description": "Required unless `C`",
    "x-source": "a.md:3",
}
NARROW: dict[str, Any] = {"if": {"properties": {"kind": {"enum": ["A"]}}, "required": ["kind"]}}
CORRECTED: dict[str, tuple[list[dict[str, Any]], str]] = {
    "the rule and its words": ([RULE | NARROW | {"description": "Only for A"}], "In lots. Only for A."),
    "the rule alone": ([RULE | NARROW], "In lots. `size` is required when `kind` is `A` (corrected)."),
    "the rule is gone": ([], "In lots."),
    "nothing": ([RULE], "In lots. Required unless `C`."),
    "another rule came": ([{**RULE, "x-source": "b.md:1"}, RULE], "In lots. Required unless `C`."),
}


@pytest.mark.parametrize("case", CORRECTED)
def test_remarks_follow_corrections(case: str) -> None:
    rules, said = CORRECTED[case]
    size = {"type": "integer", "description": "In lots. Required unless `C`.", "x-source": "a.md:3"}
    other = {"type": "integer", "description": "Required unless `C`.", "x-source": "a.md:4"}
    schema = {"type": "object", "properties": {"size": size, "other": other}}
    before: Any = {"components": {"schemas": {"Box": schema | {"allOf": [RULE]}}}}
    after: Any = deepcopy({"components": {"schemas": {"Box": schema | {"allOf": rules}}}})
    correct_remarks(before, after)
    found: Any = after["components"]["schemas"]["Box"]["properties"]
    assert (found["size"]["description"], found["other"]) == (said, other)


def test_a_title_is_no_change_for_callers(made: Made) -> None:
    untitled = deepcopy(made.spec)
    for schema in untitled["components"]["schemas"].values():
        for one in schema.get("allOf", ()):
            one.pop("title", "")
    assert {change.level for change in compare(untitled, made.spec)} <= {"note"}
    assert {change.level for change in compare(to_openapi30(untitled), to_openapi30(made.spec))} <= {"note"}


# --- examples ---------------------------------------------------------------------------------------------------------


def test_each_operation_shows_an_answer_that_is_valid_and_made_up(made: Made) -> None:
    validators = Validators(made.spec)
    for path, _, operation in operations(made.spec):
        media = operation["responses"]["200"]["content"]["application/json"]
        for example in media["examples"].values():
            assert example["summary"].startswith("Made up"), path
            assert validators.first_problem(media["schema"], example["value"]) == "", path
            assert not isinstance(example["value"], dict) or not FAILURES & set(example["value"]), path
            assert all(0 < one < 1000 for one in ids(example["value"])), path


def test_what_is_asked_for_by_name_has_that_name(made: Made) -> None:
    asked, media = made.spec["paths"]["/account/find"]["get"], "application/json"
    (value,) = (one["value"] for one in asked["responses"]["200"]["content"][media]["examples"].values())
    (given,) = (one["value"] for one in asked["parameters"][0]["examples"].values())
    assert value["name"] == given == "Account 1"


FAILURES = {"failureReason", "failureText", "errorText", "p-ticket", "p-captcha"}


def ids(value: Any) -> list[int]:
    """The ids anywhere in the value."""
    if isinstance(value, list):
        return [found for one in value for found in ids(one)]
    if not isinstance(value, dict):
        return []
    own = [one for key, one in value.items() if key.endswith(("id", "Id")) and isinstance(one, int)]
    return own + [found for one in value.values() for found in ids(one)]


KINDS: dict[str, tuple[Any, Any]] = {
    "an id": ({"type": "integer"}, 1),
    "a price": ({"type": "number"}, 4200.25),
    "a priceInSteps": ({"type": "number", "multipleOf": 0.5}, 4200.5),
    "a smallPrice": ({"type": "number", "maximum": 5}, 5),
    "a quantity": ({"type": "integer", "exclusiveMinimum": 10}, 11),
    "a year": ({"type": "integer"}, 2026),
    "a timestamp": ({"type": "string", "format": "date-time"}, "2026-01-15T14:30:00Z"),
    "a code": ({"type": "string", "minLength": 6}, "codexx"),
    "a title": ({"type": "string", "maxLength": 3}, "tit"),
    "a createdAt": ({"type": "string"}, "2026-01-15T14:30:00Z"),
    "a created-on": ({"type": "string", "maxLength": 10}, "2026-01-15"),
    "a callback_url": ({"type": "string"}, "https://example.com/"),
    "a shortUrl": ({"type": "string", "maxLength": 5}, "short"),
    "a color": ({"type": "string", "pattern": "^#[0-9a-f]{6}$"}, "#336699"),
    "a code6": ({"type": "string", "pattern": "^[0-9]{6}$"}, "111111"),
    "a riddle": ({"type": "string", "pattern": "^(?=q)x$"}, None),
    "a unread": ({"type": "string", "pattern": "("}, None),
    "an acknowledged": ({"type": "boolean"}, True),
    "a timestampOfIt": ({"type": "integer"}, 1),
    "a last_timestamp": ({"type": "integer"}, 1768487400000),
    "a shortTimestamp": ({"type": "integer", "format": "int32"}, 1),
    "a state": ({"enum": ["Canceled", "Working"]}, "Working"),
    "a kind": ({"type": "string", "default": "x"}, "x"),
    "an active": ({"type": "boolean"}, True),
    "a nullable": ({"type": ["null", "string"]}, "nullable"),
    "a choice": ({"anyOf": [{"type": "null"}, {"type": "integer"}]}, 1),
    "a self": ({"allOf": [{"$ref": "#/components/schemas/Box"}]}, None),
    "a list": ({"type": "array", "items": {"$ref": "#/components/schemas/Box"}}, []),
    "a map": ({"type": "object", "additionalProperties": {"type": "integer"}}, {"key": 1}),
    "an orderErrorText": ({"type": "string"}, None),
}


@pytest.mark.parametrize("said", KINDS)
def test_a_value_is_of_its_kind(said: str) -> None:
    name, (schema, value) = said.split()[1], KINDS[said]
    box = {"type": "object", "properties": {name: schema}}
    answer: Any = {"schema": {"$ref": "#/components/schemas/Box"}}
    responses = {"200": {"content": {"application/json": answer}}}
    spec: Any = {"components": {"schemas": {"Box": box}}, "paths": {"/box": {"get": {"responses": responses}}}}
    add_examples(spec)
    assert answer["examples"]["made-up"]["value"] == ({} if value is None else {name: value})


def test_no_parameter_asks_for_what_it_refuses() -> None:
    schema: Any = {"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}
    for kind, asked in (("integer", 1), ("string", None)):
        answer: Any = {"schema": schema}
        parameter: Any = {"name": "id", "in": "path", "required": True, "schema": {"type": kind}}
        responses = {"200": {"content": {"application/json": answer}}}
        paths: Any = {"/box/{id}": {"get": {"parameters": [parameter], "responses": responses}}}
        add_examples({"components": {"schemas": {}}, "paths": paths})
        assert parameter.get("examples", {}).get("made-up", {}).get("value") == asked


def test_what_cannot_be_made_is_not_shown() -> None:
    answer: Any = {"schema": {"type": "string", "pattern": "^(?=q)x$"}}
    responses = {"200": {"content": {"application/json": answer}}}
    add_examples({"components": {"schemas": {}}, "paths": {"/box": {"get": {"responses": responses}}}})
    assert "examples" not in answer
