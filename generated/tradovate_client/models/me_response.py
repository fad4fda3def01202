"""The model `MeResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class MeResponse(Model, schema="MeResponse"):
    """The schema `MeResponse`."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            user_id: int | None = None,
            full_name: str | None = None,
            email: str | None = None,
            email_verified: bool | None = None,
            is_trial: bool | None = None,
        ) -> None: ...

    user_id: int | None = field("userId")
    """`userId`, int64"""
    full_name: str | None = field("fullName")
    """`fullName`"""
    email: str | None = field("email")
    """`email`"""
    email_verified: bool | None = field("emailVerified")
    """`emailVerified`"""
    is_trial: bool | None = field("isTrial")
    """`isTrial`"""
