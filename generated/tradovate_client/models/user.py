from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import field as _attrs_field

from .._package import define as _attrs_define
from ..models.user_status import UserStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="User")


@_attrs_define
class User:
    """A person or firm with a Tradovate login.

    Attributes:
        name (str):
        timestamp (datetime.datetime):
        email (str):
        status (UserStatus):
        professional (bool):
        id (int | Unset): Other operations ask for it as `userId`, so a client will want to keep it.
        organization_id (int | Unset):
        linked_user_id (int | Unset):
        foreign_introducing_broker_id (int | Unset):
    """

    name: str
    timestamp: datetime.datetime
    email: str
    status: UserStatus
    professional: bool
    id: int | Unset = UNSET
    organization_id: int | Unset = UNSET
    linked_user_id: int | Unset = UNSET
    foreign_introducing_broker_id: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        timestamp = self.timestamp.isoformat()

        email = self.email

        status = self.status.value

        professional = self.professional

        id = self.id

        organization_id = self.organization_id

        linked_user_id = self.linked_user_id

        foreign_introducing_broker_id = self.foreign_introducing_broker_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "timestamp": timestamp,
                "email": email,
                "status": status,
                "professional": professional,
            }
        )
        if id is not UNSET:
            field_dict["id"] = id
        if organization_id is not UNSET:
            field_dict["organizationId"] = organization_id
        if linked_user_id is not UNSET:
            field_dict["linkedUserId"] = linked_user_id
        if foreign_introducing_broker_id is not UNSET:
            field_dict["foreignIntroducingBrokerId"] = foreign_introducing_broker_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        email = d.pop("email")

        status = UserStatus(d.pop("status"))

        professional = d.pop("professional")

        id = d.pop("id", UNSET)

        organization_id = d.pop("organizationId", UNSET)

        linked_user_id = d.pop("linkedUserId", UNSET)

        foreign_introducing_broker_id = d.pop("foreignIntroducingBrokerId", UNSET)

        user = cls(
            name=name,
            timestamp=timestamp,
            email=email,
            status=status,
            professional=professional,
            id=id,
            organization_id=organization_id,
            linked_user_id=linked_user_id,
            foreign_introducing_broker_id=foreign_introducing_broker_id,
        )

        user.additional_properties = d
        return user

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
