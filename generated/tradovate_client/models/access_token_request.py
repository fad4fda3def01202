from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import field as _attrs_field

from .._package import define as _attrs_define
from ..types import UNSET, Unset

T = TypeVar("T", bound="AccessTokenRequest")


@_attrs_define
class AccessTokenRequest:
    """
    Attributes:
        name (str): User name of the Tradovate login.
        password (str): Password of the login, or the one dedicated to the API key.
        app_id (str): Application name that was given to the API key on its creation.
        app_version (str): Free text; use it to tell versions of your program apart.
        cid (float): Entity ID of the API key. The Trader UI prints it on creation and keeps it over the key's entry.
        sec (str): Secret of the API key. It is displayed once and cannot be read again: a lost secret means making
            another key.
        device_id (str | Unset): Names the device that logs in. A token is given to all devices, live accounts can be
            traded from approved ones only. The Device ID guide tells how to form it.
    """

    name: str
    password: str
    app_id: str
    app_version: str
    cid: float
    sec: str
    device_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        password = self.password

        app_id = self.app_id

        app_version = self.app_version

        cid = self.cid

        sec = self.sec

        device_id = self.device_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "password": password,
                "appId": app_id,
                "appVersion": app_version,
                "cid": cid,
                "sec": sec,
            }
        )
        if device_id is not UNSET:
            field_dict["deviceId"] = device_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        password = d.pop("password")

        app_id = d.pop("appId")

        app_version = d.pop("appVersion")

        cid = d.pop("cid")

        sec = d.pop("sec")

        device_id = d.pop("deviceId", UNSET)

        access_token_request = cls(
            name=name,
            password=password,
            app_id=app_id,
            app_version=app_version,
            cid=cid,
            sec=sec,
            device_id=device_id,
        )

        access_token_request.additional_properties = d
        return access_token_request

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
