"""Giving names: what was given stays, and of new names that are the same all take a longer one."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from typing import TypeVar

from jekyll_openapi.records import dataclass

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Wish:
    """The names that a thing could have, each made of itself alone."""

    name: str
    longer: str
    longest: str = ""
    key: str = ""
    """What tells it from all others."""

    def at(self, level: int) -> str:
        """The name of the level; the last one has a part that no other has."""
        longest = self.longest or self.longer
        return (self.name, self.longer, longest, f"{longest}_{digest(self.key)}")[level]


def digest(text: str, length: int = 4) -> str:
    """Some letters that follow from the text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def assigned(
    wishes: Mapping[_Key, Wish],
    kept: Mapping[_Key, str],
    reserved: Collection[str],
    fold: Callable[[str], str] = str.casefold,
) -> dict[_Key, str]:
    """A name for each, none twice when folded and none of the reserved ones."""
    names = {key: kept[key] for key in wishes if key in kept}
    taken = set(map(fold, names.values()))
    rest = [key for key in wishes if key not in names]
    for level in range(4):
        groups: defaultdict[str, list[_Key]] = defaultdict(list)
        for key in rest:
            groups[fold(_free(wishes[key].at(level), reserved))].append(key)
        for folded, keys in groups.items():
            if folded not in taken and (len(keys) == 1 or level == 3):
                names[keys[0]] = _free(wishes[keys[0]].at(level), reserved)
                taken.add(folded)
        rest = [key for key in rest if key not in names]
    for number, key in enumerate(rest):
        names[key] = f"{wishes[key].at(3)}_{number}"
    return {key: names[key] for key in wishes}


def _free(name: str, reserved: Collection[str]) -> str:
    """The name, with an underscore behind it where it is a reserved one."""
    return f"{name}_" if name in reserved else name
