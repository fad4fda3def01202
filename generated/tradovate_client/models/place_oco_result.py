from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import field as _attrs_field

from .._package import define as _attrs_define
from ..models.failure_reason import FailureReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="PlaceOcoResult")


@_attrs_define
class PlaceOcoResult:
    """What `/order/placeOCO` answers.

    Attributes:
        failure_reason (FailureReason | Unset):
        failure_text (str | Unset): Says what went wrong when the server refused a request that had arrived intact.
        order_id (int | Unset): The first Order of the pair.
        oco_id (int | Unset): The Order made from `other`.
    """

    failure_reason: FailureReason | Unset = UNSET
    failure_text: str | Unset = UNSET
    order_id: int | Unset = UNSET
    oco_id: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        failure_reason: str | Unset = UNSET
        if not isinstance(self.failure_reason, Unset):
            failure_reason = self.failure_reason.value

        failure_text = self.failure_text

        order_id = self.order_id

        oco_id = self.oco_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if failure_reason is not UNSET:
            field_dict["failureReason"] = failure_reason
        if failure_text is not UNSET:
            field_dict["failureText"] = failure_text
        if order_id is not UNSET:
            field_dict["orderId"] = order_id
        if oco_id is not UNSET:
            field_dict["ocoId"] = oco_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _failure_reason = d.pop("failureReason", UNSET)
        failure_reason: FailureReason | Unset
        if isinstance(_failure_reason, Unset):
            failure_reason = UNSET
        else:
            failure_reason = FailureReason(_failure_reason)

        failure_text = d.pop("failureText", UNSET)

        order_id = d.pop("orderId", UNSET)

        oco_id = d.pop("ocoId", UNSET)

        place_oco_result = cls(
            failure_reason=failure_reason,
            failure_text=failure_text,
            order_id=order_id,
            oco_id=oco_id,
        )

        place_oco_result.additional_properties = d
        return place_oco_result

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
