"""Merging a sync into the tables keeps newer events."""

from typing import Any

from tradovate_client.runtime.stream.tables import Tables


def made(*, is_first: bool) -> tuple[Tables, Any]:
    tables = Tables(lambda kind: dict)
    for number in (1, 2):
        tables.apply("order", "Created", {"id": number})
    return tables, tables.begin(is_first=is_first)


def test_what_no_part_lists_is_gone_at_the_end_and_not_before() -> None:
    tables, intake = made(is_first=False)
    changes = tables.changes()
    intake.take({"order": [{"id": 1}], "fill": []})
    assert list(tables.table("order")) == [1, 2]
    intake.take({"order": [{"id": 3}, {"id": "x"}, {"id": True}, {}]})
    tables.apply("order", "Updated", {"id": True})
    intake.finish()
    assert [(one.event, one.id, one.is_caught_up) for one in changes._waiting] == [
        ("Created", 3, True),
        ("Deleted", 2, True),
    ]


def test_types_that_were_not_listed_stay() -> None:
    tables, intake = made(is_first=False)
    intake.take({"fill": [{"id": 9}]})
    intake.finish()
    assert len(tables.table("order")) == 2


def test_a_first_answer_tells_nobody() -> None:
    tables, intake = made(is_first=True)
    changes = tables.changes()
    intake.take({"order": [{"id": 1, "a": 1}, {"id": 5}]})
    assert not changes._waiting
    assert tables.table("order")[1] == {"id": 1, "a": 1}


def test_after_the_end_nothing_is_remembered() -> None:
    tables, intake = made(is_first=False)
    intake.take({"order": [{"id": 1}, {"id": 2}]})
    intake.finish()
    for number in range(1000):
        tables.apply("order", "Created", {"id": number})
        tables.apply("order", "Deleted", {"id": number})
    assert not intake._changed
    intake.finish()
    assert list(tables.table("order")) == []
