"""The model `AccessTokenRequest`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class AccessTokenRequest(Model, schema="AccessTokenRequest"):
    """The schema `AccessTokenRequest`.
    (operations/unique-ops/auth/accessTokenRequest.md:29)
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            password: str,
            app_id: str,
            app_version: str,
            cid: Decimal | float,
            sec: str,
            device_id: str | None = None,
        ) -> None: ...

    name: str | None = field("name")
    """User name of the Tradovate login. (`name`; line 36)"""
    password: str | None = field("password")
    """Password of the login, or the one dedicated to the API key. (`password`; line 37)"""
    app_id: str | None = field("appId")
    """Application name that was given to the API key on its creation. (`appId`; line 38)"""
    app_version: str | None = field("appVersion")
    """Free text; use it to tell versions of your program apart. (`appVersion`; line 39)"""
    cid: Decimal | None = field("cid")
    """Entity ID of the API key. The Trader UI prints it on creation and keeps it over the key's entry. (`cid`;
line 40)
"""
    sec: str | None = field("sec")
    """Secret of the API key. It is displayed once and cannot be read again: a lost secret means making another
key. (`sec`; line 41)
"""
    device_id: str | None = field("deviceId")
    """Names the device that logs in. A token is given to all devices, live accounts can be traded from approved
ones only. The Device ID guide tells how to form it. (`deviceId`; line 42)
"""
