"""The operations under /auth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod, quiet, quiet_async

if TYPE_CHECKING:
    from decimal import Decimal

    from ..models import AccessTokenResponse, MeResponse, OAuthTokenResponse


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
            name: User name of the Tradovate login. (line 36)
            password: Password of the login, or the one dedicated to the API
                key. (line 37)
            app_id: Application name that was given to the API key on its
                creation. (`appId`; line 38)
            app_version: Free text; use it to tell versions of your program
                apart. (`appVersion`; line 39)
            cid: Entity ID of the API key. The Trader UI prints it on creation
                and keeps it over the key's entry. (line 40)
            sec: Secret of the API key. It is displayed once and cannot be read
                again: a lost secret means making another key. (line 41)
            device_id: Names the device that logs in. A token is given to all
                devices, live accounts can be traded from approved ones only.
                The Device ID guide tells how to form it. (`deviceId`; line 42)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `POST /auth/accessTokenRequest`, documented at
        operations/unique-ops/auth/accessTokenRequest.md:29.

        Example:
            api.auth.access_token_request(
                name="username",
                password="password",
                app_id="your_API_Key_name",
                app_version="1.0",
                cid=1,
                sec="API_Secret",
            )
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

    def me(self) -> MeResponse:
        """Tells whose token it is: the ID, full name and email address of the
        user, whether the address is verified, and whether it is a trial.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /auth/me`, documented at operations/unique-ops/auth/me.md:12.

        Example:
            api.auth.me()
        """
        answer: MeResponse = self._client._call("me")
        return answer

    @quiet
    def o_auth_token(
        self,
        *,
        grant_type: str,
        client_id: str,
        client_secret: str,
        redirect_uri: str,
        code: str,
        extra: Mapping[str, object] | None = None,
    ) -> OAuthTokenResponse:
        """Exchange the code of an OAuth login for a token.

        Exchanges the code of a login for a token, so that a user of an
        application need not tell it the password.

        **Getting Setup**

        The vendor gives each application a client ID and a secret. Keep the
        secret on the server, out of pages and repositories.

        **Starting the OAuth Flow**

        Send the user's browser to the login page, with the client ID and the
        address to come back to:

        ```
        https://trader.tradovate.com/oauth?response_type=code&client_id=CLIENT_ID&redirect_uri=REDIRECT_URI
        ```

        **The Callback**

        After the login the browser comes back to `redirect_uri`, with a `code`
        in the query that is good for one exchange. Send these as a form, not as
        JSON. The vendor's own example sends it to the live server and leaves
        `/v1` out of the address.

        ```js
        const form = new URLSearchParams({
            grant_type: 'authorization_code',
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uri: redirectUri,
            code: code
        })
        ```

        The answer has `access_token` and `expires_in`, or, where the exchange
        was refused, `error` and `error_description`.

        **Logout**

        Forget the token; nothing has to be sent.

        **Further Reading**

        `/auth/me` tells whose token it is.

        Args:
            grant_type: What is exchanged: `authorization_code`.
            client_id: not described
            client_secret: not described
            redirect_uri: The address that the login came back to.
            code: From the query of that address; good for one exchange.
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `POST /auth/oAuthToken`, documented at
        operations/unique-ops/auth/oAuthToken.md:12.

        Example:
            api.auth.o_auth_token(
                grant_type="grant_type",
                client_id="client_id",
                client_secret="client_secret",
                redirect_uri="redirect_uri",
                code="code",
            )
        """
        answer: OAuthTokenResponse = self._client._call(
            "oAuthToken",
            {
                "grant_type": grant_type,
                "client_id": client_id,
                "client_secret": client_secret,
                "redirect_uri": redirect_uri,
                "code": code,
            },
            extra=extra,
        )
        return answer

    def renew_access_token(self) -> AccessTokenResponse:
        """Gives the running session a later end, and the token that goes with it.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /auth/renewAccessToken`, documented at
        operations/unique-ops/auth/renewAccessToken.md:22.

        Example:
            api.auth.renew_access_token()
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
            name: User name of the Tradovate login. (line 36)
            password: Password of the login, or the one dedicated to the API
                key. (line 37)
            app_id: Application name that was given to the API key on its
                creation. (`appId`; line 38)
            app_version: Free text; use it to tell versions of your program
                apart. (`appVersion`; line 39)
            cid: Entity ID of the API key. The Trader UI prints it on creation
                and keeps it over the key's entry. (line 40)
            sec: Secret of the API key. It is displayed once and cannot be read
                again: a lost secret means making another key. (line 41)
            device_id: Names the device that logs in. A token is given to all
                devices, live accounts can be traded from approved ones only.
                The Device ID guide tells how to form it. (`deviceId`; line 42)
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `POST /auth/accessTokenRequest`, documented at
        operations/unique-ops/auth/accessTokenRequest.md:29.

        Example:
            api.auth.access_token_request(
                name="username",
                password="password",
                app_id="your_API_Key_name",
                app_version="1.0",
                cid=1,
                sec="API_Secret",
            )
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

    async def me(self) -> MeResponse:
        """Tells whose token it is: the ID, full name and email address of the
        user, whether the address is verified, and whether it is a trial.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /auth/me`, documented at operations/unique-ops/auth/me.md:12.

        Example:
            api.auth.me()
        """
        answer: MeResponse = await self._client._call("me")
        return answer

    @quiet_async
    async def o_auth_token(
        self,
        *,
        grant_type: str,
        client_id: str,
        client_secret: str,
        redirect_uri: str,
        code: str,
        extra: Mapping[str, object] | None = None,
    ) -> OAuthTokenResponse:
        """Exchange the code of an OAuth login for a token.

        Exchanges the code of a login for a token, so that a user of an
        application need not tell it the password.

        **Getting Setup**

        The vendor gives each application a client ID and a secret. Keep the
        secret on the server, out of pages and repositories.

        **Starting the OAuth Flow**

        Send the user's browser to the login page, with the client ID and the
        address to come back to:

        ```
        https://trader.tradovate.com/oauth?response_type=code&client_id=CLIENT_ID&redirect_uri=REDIRECT_URI
        ```

        **The Callback**

        After the login the browser comes back to `redirect_uri`, with a `code`
        in the query that is good for one exchange. Send these as a form, not as
        JSON. The vendor's own example sends it to the live server and leaves
        `/v1` out of the address.

        ```js
        const form = new URLSearchParams({
            grant_type: 'authorization_code',
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uri: redirectUri,
            code: code
        })
        ```

        The answer has `access_token` and `expires_in`, or, where the exchange
        was refused, `error` and `error_description`.

        **Logout**

        Forget the token; nothing has to be sent.

        **Further Reading**

        `/auth/me` tells whose token it is.

        Args:
            grant_type: What is exchanged: `authorization_code`.
            client_id: not described
            client_secret: not described
            redirect_uri: The address that the login came back to.
            code: From the query of that address; good for one exchange.
            extra: Properties to add to the body that the description lacks,
                under the API's names, at any depth.

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `POST /auth/oAuthToken`, documented at
        operations/unique-ops/auth/oAuthToken.md:12.

        Example:
            api.auth.o_auth_token(
                grant_type="grant_type",
                client_id="client_id",
                client_secret="client_secret",
                redirect_uri="redirect_uri",
                code="code",
            )
        """
        answer: OAuthTokenResponse = await self._client._call(
            "oAuthToken",
            {
                "grant_type": grant_type,
                "client_id": client_id,
                "client_secret": client_secret,
                "redirect_uri": redirect_uri,
                "code": code,
            },
            extra=extra,
        )
        return answer

    async def renew_access_token(self) -> AccessTokenResponse:
        """Gives the running session a later end, and the token that goes with it.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /auth/renewAccessToken`, documented at
        operations/unique-ops/auth/renewAccessToken.md:22.

        Example:
            api.auth.renew_access_token()
        """
        answer: AccessTokenResponse = await self._client._call("renewAccessToken")
        return answer


class RawAuthGroup(Group):
    """The operations under /auth, each with status, headers, body and time
    taken.
    """

    access_token_request: Final = RawMethod(AuthGroup.access_token_request)
    me: Final = RawMethod(AuthGroup.me)
    o_auth_token: Final = RawMethod(AuthGroup.o_auth_token)
    renew_access_token: Final = RawMethod(AuthGroup.renew_access_token)


class AsyncRawAuthGroup(AsyncGroup):
    """The operations under /auth, each with status, headers, body and time
    taken.
    """

    access_token_request: Final = AsyncRawMethod(AsyncAuthGroup.access_token_request)
    me: Final = AsyncRawMethod(AsyncAuthGroup.me)
    o_auth_token: Final = AsyncRawMethod(AsyncAuthGroup.o_auth_token)
    renew_access_token: Final = AsyncRawMethod(AsyncAuthGroup.renew_access_token)
