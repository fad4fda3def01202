"""Parse the pages of a folder with markdown-it-py and do nothing else."""

import sys
from pathlib import Path

from markdown_it import MarkdownIt

parser = MarkdownIt("commonmark").enable("table")
for page in sorted(Path(sys.argv[1]).rglob("*.md")):
    parser.parse(page.read_text("utf-8"))
