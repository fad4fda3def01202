"""The operations under /auth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod, quiet, quiet_async

if TYPE_CHECKING:
    from decimal import Decimal

    from ..models import AccessTokenResponse


class AuthGroup(Group):
    """The operations under /auth."""

    @quiet
    def access_token_request(
        self,
        *,
        name: str,
        password: str,
        app_id: str,
        app_version: str,
        cid: Decimal | float,
        sec: str,
        device_id: str | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> AccessTokenResponse:
        """Exchanges an API key and a login for an access token.

        Args:
            name: `name`. User name of the Tradovate login.
                (operations/unique-ops/auth/accessTokenRequest.md:36)
            password: `password`. Password of the login, or the one dedicated to the API key.
                (operations/unique-ops/auth/accessTokenRequest.md:37)
            app_id: `appId`. Application name that was given to the API key on its creation.
                (operations/unique-ops/auth/accessTokenRequest.md:38)
            app_version: `appVersion`. Free text; use it to tell versions of your program apart.
                (operations/unique-ops/auth/accessTokenRequest.md:39)
            cid: `cid`. Entity ID of the API key. The Trader UI prints it on creation and keeps it over the
                key's entry. (operations/unique-ops/auth/accessTokenRequest.md:40)
            sec: `sec`. Secret of the API key. It is displayed once and cannot be read again: a lost secret
                means making another key. (operations/unique-ops/auth/accessTokenRequest.md:41)
            device_id: `deviceId`. Names the device that logs in. A token is given to all devices, live
                accounts can be traded from approved ones only. The Device ID guide tells how to form it.
                (operations/unique-ops/auth/accessTokenRequest.md:42)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Stated at operations/unique-ops/auth/accessTokenRequest.md:29.
        """
        answer: AccessTokenResponse = self._client._call(
            "accessTokenRequest",
            {
                "name": name,
                "password": password,
                "appId": app_id,
                "appVersion": app_version,
                "cid": cid,
                "sec": sec,
                "deviceId": device_id,
            },
            extra=extra,
        )
        return answer

    def renew_access_token(self) -> AccessTokenResponse:
        """Gives the running session a later end, and the token that goes with it.

        Stated at operations/unique-ops/auth/renewAccessToken.md:22.
        """
        answer: AccessTokenResponse = self._client._call("renewAccessToken")
        return answer


class AsyncAuthGroup(AsyncGroup):
    """The operations under /auth."""

    @quiet_async
    async def access_token_request(
        self,
        *,
        name: str,
        password: str,
        app_id: str,
        app_version: str,
        cid: Decimal | float,
        sec: str,
        device_id: str | None = None,
        extra: Mapping[str, object] | None = None,
    ) -> AccessTokenResponse:
        """Exchanges an API key and a login for an access token.

        Args:
            name: `name`. User name of the Tradovate login.
                (operations/unique-ops/auth/accessTokenRequest.md:36)
            password: `password`. Password of the login, or the one dedicated to the API key.
                (operations/unique-ops/auth/accessTokenRequest.md:37)
            app_id: `appId`. Application name that was given to the API key on its creation.
                (operations/unique-ops/auth/accessTokenRequest.md:38)
            app_version: `appVersion`. Free text; use it to tell versions of your program apart.
                (operations/unique-ops/auth/accessTokenRequest.md:39)
            cid: `cid`. Entity ID of the API key. The Trader UI prints it on creation and keeps it over the
                key's entry. (operations/unique-ops/auth/accessTokenRequest.md:40)
            sec: `sec`. Secret of the API key. It is displayed once and cannot be read again: a lost secret
                means making another key. (operations/unique-ops/auth/accessTokenRequest.md:41)
            device_id: `deviceId`. Names the device that logs in. A token is given to all devices, live
                accounts can be traded from approved ones only. The Device ID guide tells how to form it.
                (operations/unique-ops/auth/accessTokenRequest.md:42)
            extra: What goes into the body besides, at any depth, with the API's names: what the pages do not
                know.

        Stated at operations/unique-ops/auth/accessTokenRequest.md:29.
        """
        answer: AccessTokenResponse = await self._client._call(
            "accessTokenRequest",
            {
                "name": name,
                "password": password,
                "appId": app_id,
                "appVersion": app_version,
                "cid": cid,
                "sec": sec,
                "deviceId": device_id,
            },
            extra=extra,
        )
        return answer

    async def renew_access_token(self) -> AccessTokenResponse:
        """Gives the running session a later end, and the token that goes with it.

        Stated at operations/unique-ops/auth/renewAccessToken.md:22.
        """
        answer: AccessTokenResponse = await self._client._call("renewAccessToken")
        return answer


class RawAuthGroup(Group):
    """The operations under /auth, each with status, headers, body and time taken."""

    access_token_request: Final = RawMethod(AuthGroup.access_token_request)
    renew_access_token: Final = RawMethod(AuthGroup.renew_access_token)


class AsyncRawAuthGroup(AsyncGroup):
    """The operations under /auth, each with status, headers, body and time taken."""

    access_token_request: Final = AsyncRawMethod(AsyncAuthGroup.access_token_request)
    renew_access_token: Final = AsyncRawMethod(AsyncAuthGroup.renew_access_token)
