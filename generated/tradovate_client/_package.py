"""This package, as the run-time modules see it."""

from .runtime import models
from .runtime.package import Package
from .runtime.trading.facts import TradingDescription

PACKAGE = Package(__name__.rpartition(".")[0], TradingDescription)


class Model(models.Model):
    """The base of the models of this package."""

    __slots__ = ()
    _package = PACKAGE
