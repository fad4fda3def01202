"""Sites to measure on: copies of a real one, and a large one made up."""

import re
from pathlib import Path

PAGE_SIZE = 10_000

ROWS = "\n".join(
    f"| `property{row}` | `required`{{: .label .label-red }} | number, `int64` | What this property is about."
    for row in range(20)
)
TABLE = f"""\
| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
{ROWS}
"""
OPERATION = f"""\
---
title: /bench/do@
parent: Bench
permalink: /bench/do@
op: true
---

<script>
    window[TDV].defineTryit({{
        name: 'do@',
        endpoint: '/bench/do@',
        method: 'POST',
        params: {{ {", ".join(f"property{row}: {row}" for row in range(20))} }}
    }});
</script>

## `/bench/do@`

### Request

{TABLE}
### Response
[Thing1]({{{{site.baseurl}}}}/bench/thing1)

"""
ENTITY = f"""\
---
title: Thing@
permalink: /bench/thing@
---

## Thing@

### Definition

{TABLE}
"""
GUIDE = """\
---
title: Guide @
permalink: /bench/guide@
---

## Guide @

"""
PROSE = """\
A paragraph of [prose]({{site.baseurl}}/bench/thing1) with `code` in it, *emphasis*, and enough words to fill
the lines that a guide would fill when somebody explains at length what a page is about.

"""


def write_copies(site: Path, folder: Path, times: int) -> float:
    """Write a site `times` over, under other names; how many times the pages it has then, as not all are copied."""
    pages = [path for path in sorted(site.rglob("*.md")) if path.is_file()]
    written = 0
    for number in range(times):
        # A shared operation holds for every entity: copies of its page would square the work.
        for page in pages if number == 0 else [page for page in pages if "shared-ops" not in page.parts]:
            text = page.read_text("utf-8")
            _write(folder / str(number) / page.relative_to(site), _renamed(text, f"C{number}") if number else text)
            written += 1
    return written / len(pages)


def _renamed(text: str, mark: str) -> str:
    """The page as a page about something else: title, permalink, path and links marked."""
    text = text.replace("{{site.baseurl}}/", f"{{{{site.baseurl}}}}/{mark}/")
    text = re.sub(r"^permalink: */?", f"permalink: /{mark}/", text, flags=re.M)
    text = re.sub(r"^(title: *\S.*?) *$", rf"\1{mark}", text, flags=re.M)
    text = re.sub(r"^(#.*`/\w+/\w+)`", rf"\1{mark}`", text, flags=re.M)
    return re.sub(r"(\bendpoint: *['\"][^'\"]+)", rf"\1{mark}", text)


def write_large(folder: Path, pages: int) -> None:
    """Write a site of 10 kB pages: operations, entities and guides in turn."""
    for number in range(pages):
        text = (OPERATION, ENTITY, GUIDE)[number % 3].replace("@", str(number))
        filled = text + PROSE * ((PAGE_SIZE - len(text)) // len(PROSE) + 1)
        _write(folder / f"{number:05}.md", filled[:PAGE_SIZE])


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def write_long(folder: Path) -> None:
    """Write one page of a megabyte: 300,000 paragraphs of a word."""
    folder.mkdir(parents=True)
    entity = ENTITY.replace("@", "1")
    (folder / "long.md").write_text(f"{entity}\n" + "a\n\n" * 300_000, "utf-8")
