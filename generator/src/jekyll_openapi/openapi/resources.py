"""Names REST operations by method and path, for descriptions without useful operation ids.

GET /boxes                              list
POST /boxes                             create
GET /boxes/{id}                         get
DELETE /boxes/{id}                      delete
GET /boxes/{id}/labels                  list_labels
PATCH /boxes/{id}/labels/{label}        update_label
POST /boxes/{id}/labels/{label}/print   print_label
POST /acceptDispute                     accept_dispute
"""

import re
from collections.abc import Sequence

from jekyll_openapi.openapi.identifiers import snake
from jekyll_openapi.openapi.json import Json

_VERBS = {"put": "replace", "patch": "update", "delete": "delete", "head": "head", "options": "options"}
_ACTIONS = frozenset(
    re.findall(
        r"\w+",
        "accept activate add allow apply approve archive assign attach block cancel check claim clear clone close "
        "commit complete confirm connect copy create deactivate decline delete deny detach disable disconnect "
        "download enable end execute export follow fork generate import invite join kill leave lock mark merge "
        "move mute open pause pin print process promote publish purge read rebase refresh refund register reject "
        "release reload remove rename reopen replace request reset resend resolve restart restore resume retry "
        "revert revoke rotate run scale search send set share sign skip star start stop submit subscribe suspend "
        "switch sync test toggle transfer trigger unarchive unassign unblock unfollow unlock unmute unpin "
        "unpublish unstar unsubscribe update upload validate verify void write",
    )
)
"""Last parts of paths that are actions rather than things."""
_NOT_PLURAL = ("ss", "us", "is", "ews")


def is_made(operation_id: str, method: str, path: str) -> bool:
    """Whether an operation id says no more than method and path."""
    said = {method.casefold(), "by", *_words(path)}
    said |= {singular(one) for one in said}
    if _letters(operation_id) == _letters(f"{method}{path}"):
        return True
    return all(one in said or singular(one) in said for one in _words(operation_id))


def resource_names(method: str, path: str, group: str, operation: Json) -> tuple[str, str]:
    """The name of an operation in its group, and a longer name that includes the path variables."""
    parts = [part for part in path.split("/") if part]
    names = [snake(re.sub(r"\.(?:json|xml)$", "", part).strip("_") or part).strip("_") for part in parts]
    at = next((index for index, one in enumerate(names) if one == group.strip("_")), -1)
    fixed = [name for name, part in zip(names[at + 1 :], parts[at + 1 :], strict=True) if "{" not in part]
    is_item = bool(parts) and "{" in parts[-1]
    if not fixed and not is_item and parts and _is_call(parts[-1], method):
        return group, group
    name = _named(method.lower(), fixed, is_item=is_item, is_list=_answers_a_list(operation), group=group)
    variables = [snake(one).strip("_") for one in re.findall(r"\{([^{}]+)\}", path)]
    return name, f"{name}_by_{'_and_'.join(variables)}" if variables else name


def _named(method: str, fixed: Sequence[str], *, is_item: bool, is_list: bool, group: str) -> str:
    last = fixed[-1] if fixed else ""
    if is_item:
        verb = {"get": "get", "post": "post"}.get(method) or _VERBS.get(method, method)
        return f"{verb}_{singular(last)}" if last else verb
    if last.split("_")[0] in _ACTIONS and method != "get":
        about = singular(fixed[-2]) if len(fixed) > 1 else ""
        return f"{last}_{about}" if about else last
    # `GET /news` and `GET /status` answer with single objects despite the final `s`.
    is_many = is_list or _is_plural(last or group)
    verb = {"get": "list" if is_many else "get", "post": "create"}.get(method) or _VERBS.get(method, method)
    noun = singular(last) if method == "post" else last
    return f"{verb}_{noun}" if noun else verb


def _is_call(part: str, method: str) -> bool:
    """Whether a part of a path is an action rather than a thing: `acceptDispute`, `getLimits`."""
    first = snake(part).split("_")[0]
    if first in _ACTIONS or first == "get":
        return True
    return bool(re.search(r"[a-z][A-Z]", part)) and method.lower() == "post" and not _is_plural(part)


def singular(word: str) -> str:
    """The singular of an English noun: `boxes` is `box`, `entries` is `entry`, `address` stays."""
    if not _is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if re.search(r"(?:ss|x|ch|sh|zz)es$", word):
        return word[:-2]
    return word[:-1]


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def _answers_a_list(operation: Json) -> bool:
    for code, answer in operation.get("responses", {}).items():
        if str(code).startswith("2") and isinstance(answer, dict):
            for media in answer.get("content", {}).values():
                schema = media.get("schema", {})
                return isinstance(schema, dict) and schema.get("type") == "array"
    return False


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]|by", "", text.casefold())


def _words(text: str) -> list[str]:
    return [one for one in re.split(r"[^a-z0-9]+", snake(re.sub(r"[^\w]+", " ", text)).casefold()) if one]
