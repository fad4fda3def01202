"""Calls of curl are read as the shell and curl read them: method, address and what is sent."""

import pytest

from jekyll_openapi.api.curl_calls import curl_calls

AT = "https://a.example/boxes"


@pytest.mark.parametrize(
    ("text", "method", "address"),
    [
        (f"curl {AT}", "get", AT),
        (f"curl -d size=3 {AT}", "post", AT),
        (f"curl -dsize=3 {AT}", "post", AT),
        (f"curl -F file=@a.png {AT}", "post", AT),
        (f"curl -I {AT}", "head", AT),
        (f"curl -T a.png {AT}", "put", AT),
        (f"curl -sSX PATCH {AT}", "patch", AT),
        (f"curl -sXDELETE '{AT}' | jq .", "delete", AT),
        (f"curl --request=put --url {AT}", "put", AT),
        (f"curl -X LIST {AT}", None, AT),
        (f"curl -G {AT} -d size=3 --data-urlencode 'of=a b'", "get", f"{AT}?size=3&of=a b"),
        (f"curl --get {AT}?all -d size=3", "get", f"{AT}?all&size=3"),
        (f"curl -H 'Origin: https://b.example' {AT}", "get", AT),
        (f"curl --silent {AT}", "get", AT),
        (f"curl --referer https://b.example {AT}", "get", AT),
        (f'curl --json \'{{"back": "https://b.example"}}\' {AT}', "post", AT),
        (f"curl -X POST \\\n  -H 'A: b' \\\n  {AT}", "post", AT),
        (f"curl -X POST ^\n  {AT}", "post", AT),
        (f"curl -d '{{\n  \"size\": 3\n}}' {AT}", "post", AT),
        (f'curl -d "{{\n  \\"size\\": 3\n}}" {AT}', "post", AT),
        (f"# it's simple\ncurl {AT}", "get", AT),
    ],
)
def test_method_and_address(text: str, method: str | None, address: str) -> None:
    assert [(one.method, one.address) for one in curl_calls(text)] == [(method, address)]


@pytest.mark.parametrize(
    ("options", "data"),
    [
        ("-d '{\"size\": 3}'", ('{"size": 3}',)),
        ('-d "{\\"size\\": 3}"', ('{"size": 3}',)),
        ("--data-raw $'{\"size\": 3}'", ('{"size": 3}',)),
        ("-d size=3 -d label=x", ("size=3", "label=x")),
    ],
)
def test_what_is_sent(options: str, data: tuple[str, ...]) -> None:
    assert [one.data for one in curl_calls(f"curl {AT} {options}")] == [data]


@pytest.mark.parametrize("text", ["curl", "curl --help", "use curl for this", "curl -o https://a.example"])
def test_no_call_without_an_address(text: str) -> None:
    assert list(curl_calls(text)) == []


def test_several_calls_in_one_text() -> None:
    text = f"curl {AT}\n# and then\ncurl -X POST {AT}/1"
    found = list(curl_calls(text))
    assert [one.method for one in found] == ["get", "post"]
    assert [text[one.start : one.end] for one in found] == [f"curl {AT}", f"curl -X POST {AT}/1"]
