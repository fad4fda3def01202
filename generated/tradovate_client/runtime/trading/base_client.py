"""What the blocking and the asyncio client of a trading service share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..base_client import BaseClient, Settings

if TYPE_CHECKING:
    from ..effects import Lock
    from ..state import StatePath
    from .core import TradingCore
    from .in_doubt import Doubt, InDoubt


@dataclass(frozen=True, slots=True, kw_only=True)
class TradingSettings(Settings):
    """Arguments of a client's constructor."""

    credentials: object = field(default=None, repr=False)
    halt_on_doubt: bool = False
    state: StatePath | None = None
    in_doubt: str | bytes | Iterable[Doubt] = ()

    def __post_init__(self) -> None:
        Settings.__post_init__(self)
        if self.token is not None and self.credentials is not None:
            raise ValueError("pass token= or credentials=, not both")


class Trader(BaseClient):
    """State and rules shared by the blocking and the asyncio client of a trading service."""

    if TYPE_CHECKING:

        @property
        def _core(self) -> TradingCore: ...

    @property
    def in_doubt(self) -> InDoubt:
        """The trades whose outcome is unknown, oldest first."""
        return self._core.in_doubt

    def _core_of(self, description: Any, settings: Any, lock: Lock, is_alone: bool) -> TradingCore:
        """Build the rules and the state of the client."""
        from ..hosts import origin
        from ..security import read_keys
        from .core import TradingCore, TradingCoreOptions

        return TradingCore(
            description,
            origin(description, settings.environment, settings.base_url, settings.server_variables),
            keys=read_keys(description.schemes, settings.api_key, settings.basic),
            token=settings.token,
            credentials=_as_mapping(settings.credentials),
            options=TradingCoreOptions(
                reading=settings.responses,
                halt_on_doubt=settings.halt_on_doubt,
                state=settings.state,
                in_doubt=settings.in_doubt,
                is_alone=is_alone,
            ),
            lock=lock,
            clock=settings.clock,
        )


def _as_mapping(credentials: object) -> Mapping[str, Any] | None:
    """Credentials by the API's names; None without any."""
    from ..models import Model

    if credentials is None:
        return None
    if isinstance(credentials, Model):
        return credentials.to_dict()
    if isinstance(credentials, Mapping):
        return dict(credentials)
    raise TypeError(f"credentials must be a model or a mapping, got {type(credentials).__name__}")
