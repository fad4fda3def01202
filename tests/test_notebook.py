"""The notebook runs from its first cell to its last and shows what is stored in it.

`REWRITE_NOTEBOOK=1 pytest tests/test_notebook.py` stores what the cells print now.
"""

import contextlib
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest


def test_each_cell_prints_what_the_notebook_shows(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "examples" / "page_to_order.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    monkeypatch.chdir(path.parent)
    shared: dict[str, Any] = {}
    run = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        run += 1
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile("".join(cell["source"]), f"{path.name}, cell {run}", "exec"), shared)
        output = {"name": "stdout", "output_type": "stream", "text": printed.getvalue().splitlines(keepends=True)}
        if os.environ.get("REWRITE_NOTEBOOK"):
            cell["outputs"], cell["execution_count"] = [output], run
        else:
            assert cell["outputs"] == [output], f"cell {run}"
            assert cell["execution_count"] == run
    if os.environ.get("REWRITE_NOTEBOOK"):
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert run >= 5


def test_the_notebook_has_the_form_of_notebooks(root: Path) -> None:
    """The keys of format 4.5, which readers refuse to do without, and nothing of the machine that ran it."""
    text = (root / "examples" / "page_to_order.ipynb").read_text("utf-8")
    notebook = json.loads(text)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(ids) == len(set(ids))
    for cell in notebook["cells"]:
        code = {"execution_count", "outputs"} if cell["cell_type"] == "code" else set()
        assert set(cell) == {"cell_type", "id", "metadata", "source"} | code
    assert str(Path.home()) not in text
    assert "/tmp" not in text
