"""docs/dialect.md is generated from the code."""

from pathlib import Path

from jekyll_openapi.api.settings import settings_page


def test_the_page_of_settings_is_made_from_the_code(root: Path) -> None:
    assert (root / "docs" / "dialect.md").read_text(encoding="utf-8") == settings_page()
