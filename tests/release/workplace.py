"""A small repository to build and to release in: pages, a base, a configuration, and git where it is asked for."""

import os
import subprocess
from pathlib import Path

import yaml

OPERATION = """---
title: {path}
op: true
permalink: /ops{path}
---

<script>
window[TDV].defineTryit({{ endpoint: '{path}', method: 'POST', params: {{ accountId: 1, side: 'Buy' }} }});
window[TDV].buildCallouts(window[TDV].buildCallouts.defaultAuthWarning);
</script>

## `{path}`
Sets it.

### Request

| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
| `accountId` | `required`{{: .label .label-red }} | number, `int64` | Of the account.
| `{size}` | `none`{{: .label }} | number, `int32` | How many.
| `side` | `required`{{: .label .label-red }} | `"Buy"` `"{sell}"` | Which side.

### Response
[{name}]({{{{site.baseurl}}}}/entity-system/index/done)
"""
ENTITY = """---
title: {name}
permalink: /entity-system/index/done
---

## {name}

### Definition

| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
| `{state}` | `none`{{: .label }} | boolean | How it went.
| `note` | `none`{{: .label }} | string | {remark}
"""
BASE = {
    "openapi": "3.1.1",
    "info": {"title": "Small API", "version": "0.1.0", "summary": "For tests."},
    "servers": [{"url": "https://demo.example.invalid/v1", "x-environment": "demo"}],
    "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
    "x-operation-classes": {"trade": ["/*/*"]},
    "x-client": {
        "distribution": "small-client",
        "package": "small_client",
        "class": "Small",
        "default-environment": "demo",
        "license": "mit",
        "urls": {"Home": "https://example.invalid/"},
    },
}
CONFIGURATION = """[tool.jekyll-openapi]
pages = "spec/pages"
base = "spec/base.yaml"
spec = "spec/openapi.yaml"
findings = "spec/findings.txt"
client = "generated"
"""
PLAIN = {"path": "/a/set", "size": "size", "sell": "Sell", "name": "Done", "state": "ok", "remark": "More."}
GIT = {
    **{f"GIT_{who}_{what}": "a@b.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    **dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "2026-01-02T03:04:05Z"),
    "GIT_CONFIG_NOSYSTEM": "1",
}


def lay_out(folder: Path) -> None:
    """Writes a configuration, a base and the plain pages."""
    (folder / "spec" / "pages").mkdir(parents=True)
    (folder / "pyproject.toml").write_text(CONFIGURATION, "utf-8")
    (folder / "spec" / "base.yaml").write_text(yaml.safe_dump(BASE, sort_keys=False), "utf-8")
    (folder / "LICENSE").write_text("Anybody may use it.\n", "utf-8")
    (folder / ".gitignore").write_text("dist/\n", "utf-8")
    write_pages(folder)


def write_pages(folder: Path, **changes: str) -> None:
    """Writes the pages, with other words than the plain ones where some are given."""
    words = PLAIN | changes
    (folder / "spec" / "pages" / "set.md").write_text(OPERATION.format(**words), "utf-8")
    (folder / "spec" / "pages" / "done.md").write_text(ENTITY.format(**words), "utf-8")


def commit(folder: Path) -> None:
    """Puts everything under git, at a fixed time."""
    begin = [] if (folder / ".git").exists() else [["init", "-q"]]
    for command in (*begin, ["add", "-A"], ["commit", "-q", "-m", "All of it"]):
        subprocess.run(
            ["git", *command], cwd=folder, env={**os.environ, **GIT, "HOME": str(folder)}, check=True, timeout=600
        )
