"""`build`: description, findings and client, as configured."""

import argparse
import os
import time
from pathlib import Path

from jekyll_openapi.commands.console import counted, say
from jekyll_openapi.commands.making import judge
from jekyll_openapi.commands.outputs import make_outputs, write
from jekyll_openapi.config import find_config


def run(_: argparse.Namespace) -> int:
    """Writes everything that is configured and says what it was made of."""
    started = time.monotonic()
    config = find_config(Path.cwd())
    outputs = make_outputs(config)
    assert config.spec
    changed = [*outputs.changed, *([] if outputs.client_is_current else [outputs.client])]
    write(outputs, config.spec)
    code = judge(outputs.made, outputs.pages, config)
    made = outputs.made
    parts = (
        counted(len(made.site.pages), "page"),
        counted(len(made.api.operations), "operation"),
        counted(len(made.api.schemas), "schema"),
        counted(len(made.findings), "finding"),
        f"{time.monotonic() - started:.1f} s",
    )
    say(", ".join(parts))
    say(f"wrote {', '.join(os.path.relpath(path) for path in changed)}" if changed else "everything is in step already")
    return code
