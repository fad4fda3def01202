from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import field as _attrs_field

from .._package import define as _attrs_define
from ..models.user_status import UserStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="AccessTokenResponse")


@_attrs_define
class AccessTokenResponse:
    """What `/auth/accessTokenRequest` answers.

    Attributes:
        error_text (str | Unset): Filled in when the server turned down a request that had arrived intact.
        access_token (str | Unset): The token: it goes into the Authorization header of each HTTP request, and opens a
            WebSocket session.
        expiration_time (datetime.datetime | Unset): End of the token's life. Call `/auth/renewAccessToken` before it
            comes.
        password_expiration_time (datetime.datetime | Unset):
        user_status (UserStatus | Unset):
        user_id (int | Unset): ID of the User that owns the API key.
        name (str | Unset): Usable as `accountSpec` when placing orders; it tells who trades where several users share
            an account.
        has_live (bool | Unset): `true` where the user owns a funded LIVE account.
    """

    error_text: str | Unset = UNSET
    access_token: str | Unset = UNSET
    expiration_time: datetime.datetime | Unset = UNSET
    password_expiration_time: datetime.datetime | Unset = UNSET
    user_status: UserStatus | Unset = UNSET
    user_id: int | Unset = UNSET
    name: str | Unset = UNSET
    has_live: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        error_text = self.error_text

        access_token = self.access_token

        expiration_time: str | Unset = UNSET
        if not isinstance(self.expiration_time, Unset):
            expiration_time = self.expiration_time.isoformat()

        password_expiration_time: str | Unset = UNSET
        if not isinstance(self.password_expiration_time, Unset):
            password_expiration_time = self.password_expiration_time.isoformat()

        user_status: str | Unset = UNSET
        if not isinstance(self.user_status, Unset):
            user_status = self.user_status.value

        user_id = self.user_id

        name = self.name

        has_live = self.has_live

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if error_text is not UNSET:
            field_dict["errorText"] = error_text
        if access_token is not UNSET:
            field_dict["accessToken"] = access_token
        if expiration_time is not UNSET:
            field_dict["expirationTime"] = expiration_time
        if password_expiration_time is not UNSET:
            field_dict["passwordExpirationTime"] = password_expiration_time
        if user_status is not UNSET:
            field_dict["userStatus"] = user_status
        if user_id is not UNSET:
            field_dict["userId"] = user_id
        if name is not UNSET:
            field_dict["name"] = name
        if has_live is not UNSET:
            field_dict["hasLive"] = has_live

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        error_text = d.pop("errorText", UNSET)

        access_token = d.pop("accessToken", UNSET)

        _expiration_time = d.pop("expirationTime", UNSET)
        expiration_time: datetime.datetime | Unset
        if isinstance(_expiration_time, Unset):
            expiration_time = UNSET
        else:
            expiration_time = datetime.datetime.fromisoformat(_expiration_time)

        _password_expiration_time = d.pop("passwordExpirationTime", UNSET)
        password_expiration_time: datetime.datetime | Unset
        if isinstance(_password_expiration_time, Unset):
            password_expiration_time = UNSET
        else:
            password_expiration_time = datetime.datetime.fromisoformat(_password_expiration_time)

        _user_status = d.pop("userStatus", UNSET)
        user_status: UserStatus | Unset
        if isinstance(_user_status, Unset):
            user_status = UNSET
        else:
            user_status = UserStatus(_user_status)

        user_id = d.pop("userId", UNSET)

        name = d.pop("name", UNSET)

        has_live = d.pop("hasLive", UNSET)

        access_token_response = cls(
            error_text=error_text,
            access_token=access_token,
            expiration_time=expiration_time,
            password_expiration_time=password_expiration_time,
            user_status=user_status,
            user_id=user_id,
            name=name,
            has_live=has_live,
        )

        access_token_response.additional_properties = d
        return access_token_response

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
