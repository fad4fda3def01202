"""The schemas of the API as classes, each imported when it is first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .access_token_request import AccessTokenRequest as AccessTokenRequest
    from .access_token_response import AccessTokenResponse as AccessTokenResponse
    from .account import Account as Account
    from .account_risk_status import AccountRiskStatus as AccountRiskStatus
    from .account_type import AccountType as AccountType
    from .action import Action as Action
    from .adjust_cash import AdjustCash as AdjustCash
    from .admin_action import AdminAction as AdminAction
    from .cancel_order import CancelOrder as CancelOrder
    from .cash_balance import CashBalance as CashBalance
    from .cash_balance_log import CashBalanceLog as CashBalanceLog
    from .cash_balance_snapshot import CashBalanceSnapshot as CashBalanceSnapshot
    from .cash_change_type import CashChangeType as CashChangeType
    from .change_demo_balance import ChangeDemoBalance as ChangeDemoBalance
    from .command import Command as Command
    from .command_report import CommandReport as CommandReport
    from .command_result import CommandResult as CommandResult
    from .command_status import CommandStatus as CommandStatus
    from .command_type import CommandType as CommandType
    from .contract import Contract as Contract
    from .contract_maturity import ContractMaturity as ContractMaturity
    from .currency import Currency as Currency
    from .exec_type import ExecType as ExecType
    from .execution_report import ExecutionReport as ExecutionReport
    from .failure_reason import FailureReason as FailureReason
    from .fill import Fill as Fill
    from .fill_pair import FillPair as FillPair
    from .get_cash_balance_snapshot import GetCashBalanceSnapshot as GetCashBalanceSnapshot
    from .interrupt_order_strategy import InterruptOrderStrategy as InterruptOrderStrategy
    from .legal_status import LegalStatus as LegalStatus
    from .liquidate_position import LiquidatePosition as LiquidatePosition
    from .margin_account_type import MarginAccountType as MarginAccountType
    from .margin_snapshot import MarginSnapshot as MarginSnapshot
    from .me_response import MeResponse as MeResponse
    from .modify_order import ModifyOrder as ModifyOrder
    from .modify_order_strategy import ModifyOrderStrategy as ModifyOrderStrategy
    from .o_auth_token_request_form import OAuthTokenRequestForm as OAuthTokenRequestForm
    from .o_auth_token_response import OAuthTokenResponse as OAuthTokenResponse
    from .ord_status import OrdStatus as OrdStatus
    from .order import Order as Order
    from .order_strategy import OrderStrategy as OrderStrategy
    from .order_strategy_status import OrderStrategyStatus as OrderStrategyStatus
    from .order_strategy_status_response import OrderStrategyStatusResponse as OrderStrategyStatusResponse
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
    from .reset_demo_account_state import ResetDemoAccountState as ResetDemoAccountState
    from .restrained_order_version import RestrainedOrderVersion as RestrainedOrderVersion
    from .start_order_strategy import StartOrderStrategy as StartOrderStrategy
    from .time_in_force import TimeInForce as TimeInForce
    from .trade_date import TradeDate as TradeDate
    from .trade_time import TradeTime as TradeTime
    from .trading_permission import TradingPermission as TradingPermission
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
            "AccountRiskStatus": "account_risk_status",
            "AccountType": "account_type",
            "Action": "action",
            "AdjustCash": "adjust_cash",
            "AdminAction": "admin_action",
            "CancelOrder": "cancel_order",
            "CashBalance": "cash_balance",
            "CashBalanceLog": "cash_balance_log",
            "CashBalanceSnapshot": "cash_balance_snapshot",
            "CashChangeType": "cash_change_type",
            "ChangeDemoBalance": "change_demo_balance",
            "Command": "command",
            "CommandReport": "command_report",
            "CommandResult": "command_result",
            "CommandStatus": "command_status",
            "CommandType": "command_type",
            "Contract": "contract",
            "ContractMaturity": "contract_maturity",
            "Currency": "currency",
            "ExecType": "exec_type",
            "ExecutionReport": "execution_report",
            "FailureReason": "failure_reason",
            "Fill": "fill",
            "FillPair": "fill_pair",
            "GetCashBalanceSnapshot": "get_cash_balance_snapshot",
            "InterruptOrderStrategy": "interrupt_order_strategy",
            "LegalStatus": "legal_status",
            "LiquidatePosition": "liquidate_position",
            "MarginAccountType": "margin_account_type",
            "MarginSnapshot": "margin_snapshot",
            "MeResponse": "me_response",
            "ModifyOrder": "modify_order",
            "ModifyOrderStrategy": "modify_order_strategy",
            "OAuthTokenRequestForm": "o_auth_token_request_form",
            "OAuthTokenResponse": "o_auth_token_response",
            "OrdStatus": "ord_status",
            "Order": "order",
            "OrderStrategy": "order_strategy",
            "OrderStrategyStatus": "order_strategy_status",
            "OrderStrategyStatusResponse": "order_strategy_status_response",
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
            "ResetDemoAccountState": "reset_demo_account_state",
            "RestrainedOrderVersion": "restrained_order_version",
            "StartOrderStrategy": "start_order_strategy",
            "TimeInForce": "time_in_force",
            "TradeDate": "trade_date",
            "TradeTime": "trade_time",
            "TradingPermission": "trading_permission",
            "User": "user",
            "UserStatus": "user_status",
        },
    )
__all__ = [
    "AccessTokenRequest",
    "AccessTokenResponse",
    "Account",
    "AccountRiskStatus",
    "AccountType",
    "Action",
    "AdjustCash",
    "AdminAction",
    "CancelOrder",
    "CashBalance",
    "CashBalanceLog",
    "CashBalanceSnapshot",
    "CashChangeType",
    "ChangeDemoBalance",
    "Command",
    "CommandReport",
    "CommandResult",
    "CommandStatus",
    "CommandType",
    "Contract",
    "ContractMaturity",
    "Currency",
    "ExecType",
    "ExecutionReport",
    "FailureReason",
    "Fill",
    "FillPair",
    "GetCashBalanceSnapshot",
    "InterruptOrderStrategy",
    "LegalStatus",
    "LiquidatePosition",
    "MarginAccountType",
    "MarginSnapshot",
    "MeResponse",
    "ModifyOrder",
    "ModifyOrderStrategy",
    "OAuthTokenRequestForm",
    "OAuthTokenResponse",
    "OrdStatus",
    "Order",
    "OrderStrategy",
    "OrderStrategyStatus",
    "OrderStrategyStatusResponse",
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
    "ResetDemoAccountState",
    "RestrainedOrderVersion",
    "StartOrderStrategy",
    "TimeInForce",
    "TradeDate",
    "TradeTime",
    "TradingPermission",
    "User",
    "UserStatus",
]
