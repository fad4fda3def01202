"""After any saves, a program that remembers makes what one makes that has seen nothing before."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jekyll_openapi.cache import Cache
from jekyll_openapi.client.generate import make_client
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import Base
from tests.sampling import examples
from tests.test_cache import tree

PAGES = Path(__file__).parents[1] / "spec" / "pages"
COPIED = """
entities_pages/account entities_pages/order entities_pages/fill entities_pages/command entities_pages/user
entities_pages/responses/commandResult entities_pages/responses/placeOCOResult operations/shared-ops/item
operations/shared-ops/list operations/shared-ops/deps operations/unique-ops/orders/placeOCO
operations/unique-ops/orders/cancelOrder operations/unique-ops/accounting/changeDemoBalance entity-system/entities
wss-guide/messageProtocol
"""
OWN = {
    "_config.yml": "baseurl: /docs\nurl: https://example.invalid\n",
    "_data/limits.yml": "weight: 30\nname: 12\n",
    "_includes/note.md": "Text on the parcel, up to {{ site.data.limits.name }} characters.",
    "parcel.md": """---
title: Parcel
permalink: /api/rest-api-endpoints/operations/parcel
---
# Parcel

### Definition

| Property | Type | Remarks
|---|---|---|
| `id` | integer |
| `note` | string | {% include note.md %}
| `weight` | integer | At most {{ site.data.limits.weight }}.
| `account` | [Account](/api/entity-system/account) | Whose it is.
""",
    "send.md": """---
title: /parcel/send
permalink: /api/send
parent: Parcel
---
# POST /parcel/send

### Request

| Property | Type | Required | Remarks
|---|---|---|---|
| `weight` | integer | required | Between 1 and 30.
| `fast` | boolean | optional | Required if `weight` is above 20.

### Response

Returns a [Parcel](/api/rest-api-endpoints/operations/parcel).
""",
}
WORDS = (
    "string",
    "number",
    "required",
    "64",
    "`id`",
    "[Order](/order)",
    "null",
    "### Request",
    "POST /order/send",
    "|",
)
Edit = Callable[[Path, random.Random], None]


def site(folder: Path) -> Path:
    for name in COPIED.split():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PAGES / f"{name}.md", folder / f"{name}.md")
    for name, text in OWN.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix == ".md" and "_includes" not in path.parts)


# --- saves ------------------------------------------------------------------------------------------------------------


def on_lines(edit: Callable[[list[str], int, random.Random], None]) -> Edit:
    """An edit of the lines of a page, one of which is chosen."""

    def save(folder: Path, chance: random.Random) -> None:
        path = chance.choice(files(folder))
        lines = path.read_text("utf-8").split("\n")
        edit(lines, chance.randrange(len(lines)), chance)
        path.write_text("\n".join(lines), "utf-8")

    return save


def reword(lines: list[str], at: int, chance: random.Random) -> None:
    words = re.findall(r"[\w/]+|.", lines[at])
    if words:
        words[chance.randrange(len(words))] = chance.choice(WORDS)
    lines[at] = "".join(words)


def drop(lines: list[str], at: int, _: random.Random) -> None:
    del lines[at]


def repeat(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines[at])


def swap(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def write(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(
        at, chance.choice(("", "A sentence.", "| `more` | string | Up to 9 characters.", "### Response", "# A"))
    )


def of_another(folder: Path, chance: random.Random) -> None:
    """A piece of one page moves to another."""
    source, target = chance.sample(files(folder), 2)
    lines, others = source.read_text("utf-8").split("\n"), target.read_text("utf-8").split("\n")
    start = chance.randrange(len(lines))
    piece = lines[start : start + chance.randrange(1, 9)]
    del lines[start : start + len(piece)]
    at = chance.randrange(len(others) + 1)
    others[at:at] = piece
    source.write_text("\n".join(lines), "utf-8")
    target.write_text("\n".join(others), "utf-8")


def rename(folder: Path, chance: random.Random) -> None:
    """A title or permalink changes, perhaps to that of another page."""
    path, other = chance.choice(files(folder)), chance.choice(files(folder))
    field = chance.choice(("title", "permalink", "parent"))
    theirs = re.search(rf"^{field}:.*$", other.read_text("utf-8"), re.M)
    said = theirs[0] if theirs and chance.random() < 0.5 else f"{field}: {chance.choice(('Other', '/other', '/a/b'))}"
    path.write_text(re.sub(rf"^{field}:.*$", lambda _: said, path.read_text("utf-8"), count=1, flags=re.M), "utf-8")


def hide(folder: Path, chance: random.Random) -> None:
    """A page is published no more, or again."""
    path = chance.choice(files(folder))
    text = path.read_text("utf-8")
    hidden = text.replace("---\n", "---\npublished: false\n", 1)
    path.write_text(text.replace("published: false\n", "") if "published: false" in text else hidden, "utf-8")


def relink(folder: Path, chance: random.Random) -> None:
    """A link leads elsewhere."""
    path = chance.choice(files(folder))
    url = chance.choice(("/nowhere", "#definition", "/Api/entity-system/ORDER", "/api/entity-system/fill#fill"))
    path.write_text(re.sub(r"\]\([^)]*\)", f"]({url})", path.read_text("utf-8"), count=1), "utf-8")


def remove(folder: Path, chance: random.Random) -> None:
    if len(found := files(folder)) > 3:
        chance.choice(found).unlink()


def copy(folder: Path, chance: random.Random) -> None:
    path = chance.choice(files(folder))
    shutil.copy(path, path.with_name(f"{path.stem}{chance.randrange(3)}.md"))


def restore(folder: Path, _: random.Random) -> None:
    """Everything is as it was at first."""
    shutil.rmtree(folder)
    site(folder)


def around(folder: Path, chance: random.Random) -> None:
    """What pages take from elsewhere changes."""
    name, text = chance.choice(
        [
            ("_data/limits.yml", f"weight: {chance.randrange(99)}\nname: 12\n"),
            ("_includes/note.md", f"Up to {chance.randrange(99)} characters. See `weight`."),
            ("_config.yml", f"baseurl: {chance.choice(('/docs', '/', '/other'))}\n"),
            (
                "_config.yml",
                f"defaults:\n- scope: {{path: ''}}\n  values: {{parent: {chance.choice(('Parcel', 'Any'))}}}\n",
            ),
        ]
    )
    (folder / name).write_text(text, "utf-8")


LINES = tuple(map(on_lines, (reword, reword, drop, repeat, swap, write)))
EDITS: tuple[Edit, ...] = (
    *LINES,
    *LINES,
    of_another,
    of_another,
    rename,
    hide,
    relink,
    relink,
    remove,
    copy,
    restore,
    around,
)


# --- what is made -----------------------------------------------------------------------------------------------------


def made(folder: Path, cache: Cache | None = None) -> Made:
    return make_spec(folder, Base(), cache=cache)


def seen(one: Made) -> tuple[object, ...]:
    return one.text, one.sockets, one.findings, one.inferred, one.stated


@pytest.mark.parametrize("seed", range(examples(12)))
def test_after_any_saves_the_same_is_described_as_anew(seed: int, tmp_path: Path) -> None:
    folder, cache, chance = site(tmp_path / "pages"), Cache(), random.Random(seed)
    for _ in range(examples(40)):
        for _ in range(chance.choice((1, 1, 1, 4))):
            chance.choice(EDITS)(folder, chance)
        assert seen(made(folder, cache)) == seen(made(folder))
        cache.end_round()


def test_front_matter_is_read_anew_where_what_is_around_it_changes(tmp_path: Path) -> None:
    """Of a page that is as it was: the defaults, and whether files need front matter at all."""
    folder, cache = tmp_path / "pages", Cache()
    folder.mkdir()
    (folder / "send.md").write_text(OWN["send.md"].replace("parent: Parcel\n", ""), "utf-8")
    (folder / "marked.md").write_text("\ufeff" + OWN["parcel.md"], "utf-8")
    defaults = "defaults:\n- scope: {{path: ''}}\n  values: {{parent: {}}}\n"
    plugin = "plugins: [jekyll-optional-front-matter]\n"
    for config in (
        "",
        defaults.format("Parcel"),
        plugin,
        defaults.format("Other"),
        plugin + defaults.format("Other"),
        "",
    ):
        (folder / "_config.yml").write_text(config, "utf-8")
        assert seen(made(folder, cache)) == seen(made(folder)), config
        assert made(folder, cache).site == made(folder).site, config


def test_after_any_saves_the_same_client_is_made_as_anew(tmp_path: Path) -> None:
    folder, cache, chance = site(tmp_path / "pages"), Cache(), random.Random(1)
    for _ in range(examples(16)):
        for _ in range(2):
            chance.choice(LINES)(folder, chance)
        make_client(made(folder, cache).spec, tmp_path / "again", cache)
        make_client(made(folder).spec, tmp_path / "anew")
        assert tree(tmp_path / "again") == tree(tmp_path / "anew")
        cache.end_round()
