"""Files of cases: a title, the input and what is expected, with a line that is a dot behind each."""

from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file."""

    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        """The name of the test."""
        return self.title


def cases(name: str) -> list[Case]:
    """The cases of a file; `→` in an input is a tab, `␍` a carriage return."""
    text = (FIXTURES / name).read_text(encoding="utf-8")
    parts = [part.strip("\n") for part in f"\n{text}".split("\n.\n")]
    triples = zip(parts[0:-1:3], parts[1::3], parts[2::3], strict=True)
    return [Case(title, given.replace("→", "\t").replace("␍", "\r"), expected) for title, given, expected in triples]
