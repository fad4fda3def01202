"""This package, as the run-time modules see it."""

from typing import TYPE_CHECKING

from .runtime.package import Package
from .types import UNSET

PACKAGE = Package(__name__.rpartition(".")[0], UNSET)
if TYPE_CHECKING:
    from attrs import define as define
else:
    define = PACKAGE.records.define
