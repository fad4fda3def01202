"""GitBook's blocks for methods, as the Markdown that they mean, each line at the line of its tag."""

from pathlib import Path

from tests.api.small import make, operation, rules

PAGE = """# Cakes

{% swagger method="get" path="/cakes/:id" summary="Get cakes" %}
{% swagger-parameter in="path" name="id" type="String" required="true" %}
Which cake.
{% endswagger-parameter %}
{% swagger-response status="200: OK" description="Here." %}
```json
{"name": "Opera"}
```
{% endswagger-response %}
{% endswagger %}
"""


def test_a_method_is_read_with_the_lines_of_its_tags(tmp_path: Path) -> None:
    made = make(tmp_path, PAGE, front_matter="optional")
    found = operation(made, "GET /cakes/{id}")
    (parameter,) = found["parameters"]
    assert (parameter["in"], parameter["schema"], parameter["description"]) == (
        "path",
        {"type": "string"},
        "Which cake.",
    )
    assert (found["x-source"], parameter["x-source"]) == ("page.md:3", "page.md:4")
    assert "unknown-liquid" not in rules(made)


def test_other_tags_stay_findings(tmp_path: Path) -> None:
    assert "unknown-liquid" in rules(make(tmp_path, "---\ntitle: A\n---\n{% swaggerish x=1 %}\n\n{% hint %}\n"))
