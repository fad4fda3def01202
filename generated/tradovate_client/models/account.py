from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import field as _attrs_field

from .._package import define as _attrs_define
from ..models.account_type import AccountType
from ..models.legal_status import LegalStatus
from ..models.margin_account_type import MarginAccountType
from ..types import UNSET, Unset

T = TypeVar("T", bound="Account")


@_attrs_define
class Account:
    """A pool of equity that orders draw on. One User can own several.

    Attributes:
        name (str): Upper-case letters, possibly with underscores, possibly with digits at the end.
        user_id (int): Entity ID of the owning User.
        account_type (AccountType):
        active (bool):
        clearing_house_id (int):
        risk_category_id (int): Risk Category the account falls under; seldom of use for retail traders.
        auto_liq_profile_id (int): Auto-liquidation profile of the account, a UserAccountAutoLiq. Profile and account
            exist one to one and have equal entity IDs.
        margin_account_type (MarginAccountType):
        legal_status (LegalStatus):
        timestamp (datetime.datetime):
        id (int | Unset): Entity ID of the account.
        readonly (bool | Unset):
    """

    name: str
    user_id: int
    account_type: AccountType
    active: bool
    clearing_house_id: int
    risk_category_id: int
    auto_liq_profile_id: int
    margin_account_type: MarginAccountType
    legal_status: LegalStatus
    timestamp: datetime.datetime
    id: int | Unset = UNSET
    readonly: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        user_id = self.user_id

        account_type = self.account_type.value

        active = self.active

        clearing_house_id = self.clearing_house_id

        risk_category_id = self.risk_category_id

        auto_liq_profile_id = self.auto_liq_profile_id

        margin_account_type = self.margin_account_type.value

        legal_status = self.legal_status.value

        timestamp = self.timestamp.isoformat()

        id = self.id

        readonly = self.readonly

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "userId": user_id,
                "accountType": account_type,
                "active": active,
                "clearingHouseId": clearing_house_id,
                "riskCategoryId": risk_category_id,
                "autoLiqProfileId": auto_liq_profile_id,
                "marginAccountType": margin_account_type,
                "legalStatus": legal_status,
                "timestamp": timestamp,
            }
        )
        if id is not UNSET:
            field_dict["id"] = id
        if readonly is not UNSET:
            field_dict["readonly"] = readonly

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        user_id = d.pop("userId")

        account_type = AccountType(d.pop("accountType"))

        active = d.pop("active")

        clearing_house_id = d.pop("clearingHouseId")

        risk_category_id = d.pop("riskCategoryId")

        auto_liq_profile_id = d.pop("autoLiqProfileId")

        margin_account_type = MarginAccountType(d.pop("marginAccountType"))

        legal_status = LegalStatus(d.pop("legalStatus"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        id = d.pop("id", UNSET)

        readonly = d.pop("readonly", UNSET)

        account = cls(
            name=name,
            user_id=user_id,
            account_type=account_type,
            active=active,
            clearing_house_id=clearing_house_id,
            risk_category_id=risk_category_id,
            auto_liq_profile_id=auto_liq_profile_id,
            margin_account_type=margin_account_type,
            legal_status=legal_status,
            timestamp=timestamp,
            id=id,
            readonly=readonly,
        )

        account.additional_properties = d
        return account

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
