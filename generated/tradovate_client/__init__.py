"""Tradovate API (unofficial): start with `Tradovate`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import errors as errors
    from . import models as models
    from . import shapes as shapes
    from . import testing as testing
    from .async_clients import AsyncTradovate as AsyncTradovate
    from .clients import Tradovate as Tradovate
    from .runtime.base_client import Timeouts as Timeouts
else:
    from .runtime.lazy import lazy_attributes

    __getattr__, __dir__ = lazy_attributes(
        __name__,
        {
            "AsyncTradovate": "async_clients",
            "Timeouts": "runtime.base_client",
            "Tradovate": "clients",
            "errors": "errors",
            "models": "models",
            "shapes": "shapes",
            "testing": "testing",
        },
    )
__version__ = "0.1.0"
__all__ = ["AsyncTradovate", "Timeouts", "Tradovate", "errors", "models", "shapes", "testing"]
