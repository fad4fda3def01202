from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import field as _attrs_field

from .._package import define as _attrs_define
from ..models.command_status import CommandStatus
from ..models.failure_reason import FailureReason
from ..models.ord_status import OrdStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="CommandReport")


@_attrs_define
class CommandReport:
    """One step in the life of a Command. The server writes a report whenever the status changes, so a client that reads
    them knows what became of its request.

        Attributes:
            command_id (int): ID of the Command reported on.
            timestamp (datetime.datetime): When the report was written.
            command_status (CommandStatus):
            id (int | Unset):
            reject_reason (FailureReason | Unset):
            text (str | Unset): Further words on the Command, if any.
            ord_status (OrdStatus | Unset):
    """

    command_id: int
    timestamp: datetime.datetime
    command_status: CommandStatus
    id: int | Unset = UNSET
    reject_reason: FailureReason | Unset = UNSET
    text: str | Unset = UNSET
    ord_status: OrdStatus | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        command_id = self.command_id

        timestamp = self.timestamp.isoformat()

        command_status = self.command_status.value

        id = self.id

        reject_reason: str | Unset = UNSET
        if not isinstance(self.reject_reason, Unset):
            reject_reason = self.reject_reason.value

        text = self.text

        ord_status: str | Unset = UNSET
        if not isinstance(self.ord_status, Unset):
            ord_status = self.ord_status.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "commandId": command_id,
                "timestamp": timestamp,
                "commandStatus": command_status,
            }
        )
        if id is not UNSET:
            field_dict["id"] = id
        if reject_reason is not UNSET:
            field_dict["rejectReason"] = reject_reason
        if text is not UNSET:
            field_dict["text"] = text
        if ord_status is not UNSET:
            field_dict["ordStatus"] = ord_status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        command_id = d.pop("commandId")

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        command_status = CommandStatus(d.pop("commandStatus"))

        id = d.pop("id", UNSET)

        _reject_reason = d.pop("rejectReason", UNSET)
        reject_reason: FailureReason | Unset
        if isinstance(_reject_reason, Unset):
            reject_reason = UNSET
        else:
            reject_reason = FailureReason(_reject_reason)

        text = d.pop("text", UNSET)

        _ord_status = d.pop("ordStatus", UNSET)
        ord_status: OrdStatus | Unset
        if isinstance(_ord_status, Unset):
            ord_status = UNSET
        else:
            ord_status = OrdStatus(_ord_status)

        command_report = cls(
            command_id=command_id,
            timestamp=timestamp,
            command_status=command_status,
            id=id,
            reject_reason=reject_reason,
            text=text,
            ord_status=ord_status,
        )

        command_report.additional_properties = d
        return command_report

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
