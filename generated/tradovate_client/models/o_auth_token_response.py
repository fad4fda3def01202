"""The model `OAuthTokenResponse`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class OAuthTokenResponse(Model, schema="OAuthTokenResponse"):
    """The schema `OAuthTokenResponse`."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            access_token: str | None = None,
            expires_in: Decimal | float | None = None,
            error: str | None = None,
            error_description: str | None = None,
        ) -> None: ...

    access_token: str | None = field("access_token")
    """`access_token`"""
    expires_in: Decimal | None = field("expires_in")
    """`expires_in`"""
    error: str | None = field("error")
    """Set where no token is given. (`error`)"""
    error_description: str | None = field("error_description")
    """`error_description`"""
