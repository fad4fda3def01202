"""The schemas of the API as classes, each imported when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .access_token_request import AccessTokenRequest as AccessTokenRequest
    from .access_token_response import AccessTokenResponse as AccessTokenResponse
    from .account import Account as Account
    from .account_type import AccountType as AccountType
    from .action import Action as Action
    from .cancel_order import CancelOrder as CancelOrder
    from .cash_balance import CashBalance as CashBalance
    from .command import Command as Command
    from .command_report import CommandReport as CommandReport
    from .command_result import CommandResult as CommandResult
    from .command_status import CommandStatus as CommandStatus
    from .command_type import CommandType as CommandType
    from .contract import Contract as Contract
    from .contract_maturity import ContractMaturity as ContractMaturity
    from .exec_type import ExecType as ExecType
    from .execution_report import ExecutionReport as ExecutionReport
    from .failure_reason import FailureReason as FailureReason
    from .fill import Fill as Fill
    from .legal_status import LegalStatus as LegalStatus
    from .liquidate_position import LiquidatePosition as LiquidatePosition
    from .margin_account_type import MarginAccountType as MarginAccountType
    from .modify_order import ModifyOrder as ModifyOrder
    from .ord_status import OrdStatus as OrdStatus
    from .order import Order as Order
    from .order_type import OrderType as OrderType
    from .order_version import OrderVersion as OrderVersion
    from .place_oco import PlaceOCO as PlaceOCO
    from .place_oco_result import PlaceOcoResult as PlaceOcoResult
    from .place_order import PlaceOrder as PlaceOrder
    from .place_order_result import PlaceOrderResult as PlaceOrderResult
    from .place_oso import PlaceOSO as PlaceOSO
    from .place_oso_result import PlaceOsoResult as PlaceOsoResult
    from .position import Position as Position
    from .price_format_type import PriceFormatType as PriceFormatType
    from .product import Product as Product
    from .product_status import ProductStatus as ProductStatus
    from .product_type import ProductType as ProductType
    from .restrained_order_version import RestrainedOrderVersion as RestrainedOrderVersion
    from .time_in_force import TimeInForce as TimeInForce
    from .trade_date import TradeDate as TradeDate
    from .user import User as User
    from .user_status import UserStatus as UserStatus

from ..runtime.lazy import lazy_attributes

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_attributes(
        __name__,
        {
            "AccessTokenRequest": "access_token_request",
            "AccessTokenResponse": "access_token_response",
            "Account": "account",
            "AccountType": "account_type",
            "Action": "action",
            "CancelOrder": "cancel_order",
            "CashBalance": "cash_balance",
            "Command": "command",
            "CommandReport": "command_report",
            "CommandResult": "command_result",
            "CommandStatus": "command_status",
            "CommandType": "command_type",
            "Contract": "contract",
            "ContractMaturity": "contract_maturity",
            "ExecType": "exec_type",
            "ExecutionReport": "execution_report",
            "FailureReason": "failure_reason",
            "Fill": "fill",
            "LegalStatus": "legal_status",
            "LiquidatePosition": "liquidate_position",
            "MarginAccountType": "margin_account_type",
            "ModifyOrder": "modify_order",
            "OrdStatus": "ord_status",
            "Order": "order",
            "OrderType": "order_type",
            "OrderVersion": "order_version",
            "PlaceOCO": "place_oco",
            "PlaceOSO": "place_oso",
            "PlaceOcoResult": "place_oco_result",
            "PlaceOrder": "place_order",
            "PlaceOrderResult": "place_order_result",
            "PlaceOsoResult": "place_oso_result",
            "Position": "position",
            "PriceFormatType": "price_format_type",
            "Product": "product",
            "ProductStatus": "product_status",
            "ProductType": "product_type",
            "RestrainedOrderVersion": "restrained_order_version",
            "TimeInForce": "time_in_force",
            "TradeDate": "trade_date",
            "User": "user",
            "UserStatus": "user_status",
        },
    )
__all__ = [
    "AccessTokenRequest",
    "AccessTokenResponse",
    "Account",
    "AccountType",
    "Action",
    "CancelOrder",
    "CashBalance",
    "Command",
    "CommandReport",
    "CommandResult",
    "CommandStatus",
    "CommandType",
    "Contract",
    "ContractMaturity",
    "ExecType",
    "ExecutionReport",
    "FailureReason",
    "Fill",
    "LegalStatus",
    "LiquidatePosition",
    "MarginAccountType",
    "ModifyOrder",
    "OrdStatus",
    "Order",
    "OrderType",
    "OrderVersion",
    "PlaceOCO",
    "PlaceOSO",
    "PlaceOcoResult",
    "PlaceOrder",
    "PlaceOrderResult",
    "PlaceOsoResult",
    "Position",
    "PriceFormatType",
    "Product",
    "ProductStatus",
    "ProductType",
    "RestrainedOrderVersion",
    "TimeInForce",
    "TradeDate",
    "User",
    "UserStatus",
]
