"""Assigns unique names: released names stay, and of new names that are equal, all become longer."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from typing import TypeVar

from jekyll_openapi.records import dataclass

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Wish:
    """The possible names for a thing, each made from the thing alone."""

    name: str
    longer: str
    longest: str = ""
    key: str = ""
    """Identifies the thing among all others."""

    def at(self, level: int) -> str:
        """The name at a level, from short to unique."""
        if level < 2:
            return self.longer if level else self.name
        longest = self.longest or self.longer
        return longest if level == 2 else f"{longest}_{digest(self.key)}"


def digest(text: str, length: int = 4) -> str:
    """A short hash of the text, to make names unique."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def assigned(
    wishes: Mapping[_Key, Wish],
    kept: Mapping[_Key, str],
    reserved: Collection[str],
    fold: Callable[[str], str] = str.casefold,
) -> dict[_Key, str]:
    """A unique name for each key, compared after `fold`; reserved names get an underscore."""
    names = {key: kept[key] for key in wishes if key in kept}
    taken = set(map(fold, names.values()))
    rest = [key for key in wishes if key not in names]
    for level in range(4 if rest else 0):
        groups: defaultdict[str, list[_Key]] = defaultdict(list)
        for key in rest:
            groups[fold(_free(wishes[key].at(level), reserved))].append(key)
        for folded, keys in groups.items():
            # Two equal wishes both move on to a longer name, so that order never matters.
            if folded not in taken and (len(keys) == 1 or level == 3):
                names[keys[0]] = _free(wishes[keys[0]].at(level), reserved)
                taken.add(folded)
        rest = [key for key in rest if key not in names]
    for number, key in enumerate(rest):
        names[key] = f"{wishes[key].at(3)}_{number}"
    return {key: names[key] for key in wishes}


def _free(name: str, reserved: Collection[str]) -> str:
    """The name, with an underscore appended if it is reserved."""
    return f"{name}_" if name in reserved else name
