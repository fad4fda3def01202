"""The model `OAuthTokenRequestForm`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class OAuthTokenRequestForm(Model, schema="OAuthTokenRequestForm"):
    """The schema `OAuthTokenRequestForm`."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self, *, grant_type: str, client_id: str, client_secret: str, redirect_uri: str, code: str
        ) -> None: ...

    grant_type: str | None = field("grant_type")
    """What is exchanged: `authorization_code`. (`grant_type`)"""
    client_id: str | None = field("client_id")
    """`client_id`"""
    client_secret: str | None = field("client_secret")
    """`client_secret`"""
    redirect_uri: str | None = field("redirect_uri")
    """The address that the login came back to. (`redirect_uri`)"""
    code: str | None = field("code")
    """From the query of that address; good for one exchange. (`code`)"""
