"""What may be given where a call takes an enumeration or a model: strings
and mappings.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NotRequired, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from . import models
AccountTypeName: TypeAlias = Literal["Customer", "Giveup", "House", "Omnibus", "Wash"]
ActionName: TypeAlias = Literal["Buy", "Sell"]
AdminActionName: TypeAlias = Literal[
    "AgreedOnLiqOnlyModeByAutoLiq",
    "AgreedOnAutoLiquidationByAutoLiq",
    "DisableAutoLiq",
    "LiquidateImmediately",
    "LiquidateOnlyModeImmediately",
    "LockTradingImmediately",
    "Normal",
    "PlaceAutoLiqOnHold",
]
CashChangeTypeName: TypeAlias = Literal[
    "AutomaticReconciliation",
    "BrokerageFee",
    "CancelledPairedTrade",
    "ClearingFee",
    "Commission",
    "DeskFee",
    "EntitlementSubscription",
    "ExchangeFee",
    "FundTransaction",
    "FundTransactionFee",
    "IPFee",
    "LiquidationFee",
    "ManualAdjustment",
    "MarketDataSubscription",
    "NewSession",
    "NfaFee",
    "OptionsTrade",
    "OrderRoutingFee",
    "TradePaired",
    "TradovateSubscription",
]
CommandStatusName: TypeAlias = Literal[
    "AtExecution",
    "ExecutionRejected",
    "ExecutionStopped",
    "ExecutionSuspended",
    "OnHold",
    "Pending",
    "PendingExecution",
    "Replaced",
    "RiskPassed",
    "RiskRejected",
]
CommandTypeName: TypeAlias = Literal["Cancel", "Modify", "New"]
ExecTypeName: TypeAlias = Literal[
    "Canceled",
    "Completed",
    "DoneForDay",
    "Expired",
    "New",
    "OrderStatus",
    "PendingCancel",
    "PendingNew",
    "PendingReplace",
    "Rejected",
    "Replaced",
    "Stopped",
    "Suspended",
    "Trade",
    "TradeCancel",
    "TradeCorrect",
]
FailureReasonName: TypeAlias = Literal[
    "AccountClosed",
    "AdvancedTrailingStopUnsupported",
    "AnotherCommandPending",
    "BackMonthProhibited",
    "ExecutionProviderNotConfigured",
    "ExecutionProviderUnavailable",
    "InvalidContract",
    "InvalidPrice",
    "LiquidationOnly",
    "LiquidationOnlyBeforeExpiration",
    "MaxOrderQtyIsNotSpecified",
    "MaxOrderQtyLimitReached",
    "MaxPosLimitMisconfigured",
    "MaxPosLimitReached",
    "MaxTotalPosLimitReached",
    "MultipleAccountPlanRequired",
    "NoQuote",
    "NotEnoughLiquidity",
    "OtherExecutionRelated",
    "ParentRejected",
    "RiskCheckTimeout",
    "SessionClosed",
    "Success",
    "TooLate",
    "TradingLocked",
    "TrailingStopNonOrderQtyModify",
    "Unauthorized",
    "UnknownReason",
    "Unsupported",
]
LegalStatusName: TypeAlias = Literal["Corporation", "GP", "IRA", "Individual", "LLC", "LLP", "LP", "Trust", "Joint"]
MarginAccountTypeName: TypeAlias = Literal["Hedger", "Speculator"]
OrdStatusName: TypeAlias = Literal[
    "Canceled",
    "Completed",
    "Expired",
    "Filled",
    "PendingCancel",
    "PendingNew",
    "PendingReplace",
    "Rejected",
    "Suspended",
    "Unknown",
    "Working",
]
OrderStrategyStatusName: TypeAlias = Literal[
    "ActiveStrategy",
    "ExecutionFailed",
    "ExecutionFinished",
    "ExecutionInterrupted",
    "InactiveStrategy",
    "NotEnoughLiquidity",
    "StoppedByUser",
]
OrderTypeName: TypeAlias = Literal["Limit", "MIT", "Market", "Stop", "StopLimit", "TrailingStop", "TrailingStopLimit"]
PriceFormatTypeName: TypeAlias = Literal["Decimal", "Fractional"]
ProductStatusName: TypeAlias = Literal["Inactive", "Locked", "ReadyForContracts", "ReadyToTrade", "Verified"]
ProductTypeName: TypeAlias = Literal[
    "CommonStock", "Continuous", "Cryptocurrency", "Futures", "MarketInternals", "Options", "Spread"
]
TimeInForceName: TypeAlias = Literal["Day", "FOK", "GTC", "GTD", "IOC"]
UserStatusName: TypeAlias = Literal["Active", "Closed", "Initiated", "TemporaryLocked", "UnconfirmedEmail"]


class AccessTokenRequestDict(TypedDict):
    name: Required[str]
    password: Required[str]
    appId: Required[str]
    appVersion: Required[str]
    cid: Required[Decimal | float]
    sec: Required[str]
    deviceId: NotRequired[str]


class AccessTokenResponseDict(TypedDict):
    errorText: NotRequired[str]
    accessToken: NotRequired[str]
    expirationTime: NotRequired[datetime.datetime | str]
    passwordExpirationTime: NotRequired[datetime.datetime | str]
    userStatus: NotRequired[models.UserStatus | UserStatusName]
    userId: NotRequired[int]
    name: NotRequired[str]
    hasLive: NotRequired[bool]


class AccountDict(TypedDict):
    id: NotRequired[int]
    name: Required[str]
    userId: Required[int]
    accountType: Required[models.AccountType | AccountTypeName]
    active: Required[bool]
    clearingHouseId: Required[int]
    riskCategoryId: Required[int]
    autoLiqProfileId: Required[int]
    marginAccountType: Required[models.MarginAccountType | MarginAccountTypeName]
    legalStatus: Required[models.LegalStatus | LegalStatusName]
    timestamp: Required[datetime.datetime | str]
    readonly: NotRequired[bool]


class AccountRiskStatusDict(TypedDict):
    id: NotRequired[int]
    adminAction: NotRequired[models.AdminAction | AdminActionName]
    adminTimestamp: NotRequired[datetime.datetime | str]
    liquidateOnly: NotRequired[datetime.datetime | str]
    userTriggeredLiqOnly: NotRequired[bool]


class AdjustCashDict(TypedDict):
    accountId: Required[int]
    cashChange: Required[Decimal | float]
    cashChangeType: NotRequired[str]
    comment: NotRequired[str]
    currencyId: NotRequired[int]


class CancelOrderDict(TypedDict):
    orderId: Required[int]
    clOrdId: NotRequired[str]
    activationTime: NotRequired[datetime.datetime | str]
    customTag50: NotRequired[str]
    isAutomated: Required[bool]


class CashBalanceDict(TypedDict):
    id: NotRequired[int]
    accountId: Required[int]
    timestamp: Required[datetime.datetime | str]
    tradeDate: Required[models.TradeDate | TradeDateDict]
    currencyId: Required[int]
    amount: Required[Decimal | float]
    realizedPnL: NotRequired[Decimal | float]
    weekRealizedPnL: NotRequired[Decimal | float]


class CashBalanceLogDict(TypedDict):
    id: NotRequired[int]
    accountId: Required[int]
    timestamp: Required[datetime.datetime | str]
    tradeDate: Required[models.TradeDate | TradeDateDict]
    currencyId: Required[int]
    amount: Required[Decimal | float]
    realizedPnL: NotRequired[Decimal | float]
    weekRealizedPnL: NotRequired[Decimal | float]
    cashChangeType: Required[models.CashChangeType | CashChangeTypeName]
    fillPairId: NotRequired[int]
    fillId: NotRequired[int]
    fundTransactionId: NotRequired[int]
    delta: Required[Decimal | float]
    senderId: NotRequired[int]
    comment: NotRequired[str]


class CashBalanceSnapshotDict(TypedDict):
    errorText: NotRequired[str]
    totalCashValue: NotRequired[Decimal | float]
    totalPnL: NotRequired[Decimal | float]
    initialMargin: NotRequired[Decimal | float]
    maintenanceMargin: NotRequired[Decimal | float]
    netLiq: NotRequired[Decimal | float]
    openPnL: NotRequired[Decimal | float]
    realizedPnL: NotRequired[Decimal | float]
    weekRealizedPnL: NotRequired[Decimal | float]


class ChangeDemoBalanceDict(TypedDict):
    accountId: Required[int]
    cashChange: Required[Decimal | float]


class CommandDict(TypedDict):
    id: NotRequired[int]
    orderId: Required[int]
    timestamp: Required[datetime.datetime | str]
    clOrdId: NotRequired[str]
    commandType: Required[models.CommandType | CommandTypeName]
    commandStatus: Required[models.CommandStatus | CommandStatusName]
    senderId: NotRequired[int]
    userSessionId: NotRequired[int]
    activationTime: NotRequired[datetime.datetime | str]
    customTag50: NotRequired[str]
    isAutomated: NotRequired[bool]


class CommandReportDict(TypedDict):
    id: NotRequired[int]
    commandId: Required[int]
    timestamp: Required[datetime.datetime | str]
    commandStatus: Required[models.CommandStatus | CommandStatusName]
    rejectReason: NotRequired[models.FailureReason | FailureReasonName]
    text: NotRequired[str]
    ordStatus: NotRequired[models.OrdStatus | OrdStatusName]


class CommandResultDict(TypedDict):
    failureReason: NotRequired[models.FailureReason | FailureReasonName]
    failureText: NotRequired[str]
    commandId: NotRequired[int]


class ContractDict(TypedDict):
    id: NotRequired[int]
    name: Required[str]
    contractMaturityId: Required[int]


class ContractMaturityDict(TypedDict):
    id: NotRequired[int]
    productId: Required[int]
    expirationMonth: Required[Decimal | float]
    expirationDate: Required[datetime.datetime | str]
    firstIntentDate: NotRequired[datetime.datetime | str]
    underlyingId: NotRequired[int]
    isFront: Required[bool]


class CurrencyDict(TypedDict):
    id: NotRequired[int]
    name: Required[str]
    symbol: NotRequired[str]


class ExecutionReportDict(TypedDict):
    id: NotRequired[int]
    commandId: Required[int]
    name: Required[str]
    accountId: Required[int]
    contractId: Required[int]
    timestamp: Required[datetime.datetime | str]
    tradeDate: NotRequired[models.TradeDate | TradeDateDict]
    orderId: Required[int]
    execType: Required[models.ExecType | ExecTypeName]
    execRefId: NotRequired[str]
    ordStatus: NotRequired[models.OrdStatus | OrdStatusName]
    action: Required[models.Action | ActionName]
    cumQty: NotRequired[int]
    avgPx: NotRequired[Decimal | float]
    lastQty: NotRequired[int]
    lastPx: NotRequired[Decimal | float]
    rejectReason: NotRequired[models.FailureReason | FailureReasonName]
    text: NotRequired[str]
    exchangeOrderId: NotRequired[str]


class FillDict(TypedDict):
    id: NotRequired[int]
    orderId: Required[int]
    contractId: Required[int]
    timestamp: Required[datetime.datetime | str]
    tradeDate: Required[models.TradeDate | TradeDateDict]
    action: Required[models.Action | ActionName]
    qty: Required[int]
    price: Required[Decimal | float]
    active: Required[bool]
    finallyPaired: Required[int]


class FillPairDict(TypedDict):
    id: NotRequired[int]
    positionId: Required[int]
    buyFillId: Required[int]
    sellFillId: Required[int]
    qty: Required[int]
    buyPrice: Required[Decimal | float]
    sellPrice: Required[Decimal | float]
    active: Required[bool]


class GetCashBalanceSnapshotDict(TypedDict):
    accountId: Required[int]


class InterruptOrderStrategyDict(TypedDict):
    orderStrategyId: Required[int]


class LiquidatePositionDict(TypedDict):
    accountId: Required[int]
    contractId: Required[int]
    admin: NotRequired[bool]
    customTag50: NotRequired[str]


class MarginSnapshotDict(TypedDict):
    id: NotRequired[int]
    timestamp: Required[datetime.datetime | str]
    riskTimePeriodId: Required[int]
    initialMargin: Required[Decimal | float]
    maintenanceMargin: Required[Decimal | float]
    autoLiqLevel: NotRequired[Decimal | float]
    liqOnlyLevel: NotRequired[Decimal | float]
    totalUsedMargin: Required[Decimal | float]
    fullInitialMargin: Required[Decimal | float]


class MeResponseDict(TypedDict):
    userId: NotRequired[int]
    fullName: NotRequired[str]
    email: NotRequired[str]
    emailVerified: NotRequired[bool]
    isTrial: NotRequired[bool]


class ModifyOrderDict(TypedDict):
    orderId: Required[int]
    orderQty: NotRequired[int]
    orderType: NotRequired[models.OrderType | OrderTypeName]
    price: NotRequired[Decimal | float]
    stopPrice: NotRequired[Decimal | float]
    maxShow: NotRequired[int]
    pegDifference: NotRequired[Decimal | float]
    timeInForce: NotRequired[models.TimeInForce | TimeInForceName]
    expireTime: NotRequired[datetime.datetime | str]
    text: NotRequired[str]
    activationTime: NotRequired[datetime.datetime | str]
    customTag50: NotRequired[str]
    isAutomated: Required[bool]


class ModifyOrderStrategyDict(TypedDict):
    orderStrategyId: Required[int]
    command: NotRequired[str]
    customTag50: NotRequired[str]


class OAuthTokenRequestFormDict(TypedDict):
    grant_type: Required[str]
    client_id: Required[str]
    client_secret: Required[str]
    redirect_uri: Required[str]
    code: Required[str]


class OAuthTokenResponseDict(TypedDict):
    access_token: NotRequired[str]
    expires_in: NotRequired[Decimal | float]
    error: NotRequired[str]
    error_description: NotRequired[str]


class OrderDict(TypedDict):
    id: NotRequired[int]
    accountId: Required[int]
    contractId: NotRequired[int]
    spreadDefinitionId: NotRequired[int]
    timestamp: Required[datetime.datetime | str]
    action: Required[models.Action | ActionName]
    ordStatus: Required[models.OrdStatus | OrdStatusName]
    executionProviderId: NotRequired[int]
    ocoId: NotRequired[int]
    parentId: NotRequired[int]
    linkedId: NotRequired[int]
    admin: Required[bool]


class OrderStrategyDict(TypedDict):
    id: NotRequired[int]
    accountId: Required[int]
    timestamp: Required[datetime.datetime | str]
    contractId: Required[int]
    orderStrategyTypeId: Required[int]
    initiatorId: NotRequired[int]
    action: Required[models.Action | ActionName]
    params: NotRequired[str]
    uuid: NotRequired[str]
    status: Required[models.OrderStrategyStatus | OrderStrategyStatusName]
    failureMessage: NotRequired[str]
    senderId: NotRequired[int]
    customTag50: NotRequired[str]
    userSessionId: NotRequired[int]


class OrderStrategyStatusResponseDict(TypedDict):
    errorText: NotRequired[str]
    orderStrategy: NotRequired[models.OrderStrategy | OrderStrategyDict]


class OrderVersionDict(TypedDict):
    id: NotRequired[int]
    orderId: Required[int]
    orderQty: Required[int]
    orderType: Required[models.OrderType | OrderTypeName]
    price: NotRequired[Decimal | float]
    stopPrice: NotRequired[Decimal | float]
    maxShow: NotRequired[int]
    pegDifference: NotRequired[Decimal | float]
    timeInForce: NotRequired[models.TimeInForce | TimeInForceName]
    expireTime: NotRequired[datetime.datetime | str]
    text: NotRequired[str]


class PlaceOCODict(TypedDict):
    accountSpec: NotRequired[str]
    accountId: Required[int]
    clOrdId: NotRequired[str]
    action: Required[models.Action | ActionName]
    symbol: Required[str]
    orderQty: Required[int]
    orderType: Required[models.OrderType | OrderTypeName]
    price: NotRequired[Decimal | float]
    stopPrice: NotRequired[Decimal | float]
    maxShow: NotRequired[int]
    pegDifference: NotRequired[Decimal | float]
    timeInForce: NotRequired[models.TimeInForce | TimeInForceName]
    expireTime: NotRequired[datetime.datetime | str]
    activationTime: NotRequired[datetime.datetime | str]
    customTag50: NotRequired[str]
    isAutomated: Required[bool]
    other: Required[models.RestrainedOrderVersion | RestrainedOrderVersionDict]


class PlaceOSODict(TypedDict):
    accountSpec: NotRequired[str]
    accountId: Required[int]
    clOrdId: NotRequired[str]
    action: Required[models.Action | ActionName]
    symbol: Required[str]
    orderQty: Required[int]
    orderType: Required[models.OrderType | OrderTypeName]
    price: NotRequired[Decimal | float]
    stopPrice: NotRequired[Decimal | float]
    maxShow: NotRequired[int]
    pegDifference: NotRequired[Decimal | float]
    timeInForce: NotRequired[models.TimeInForce | TimeInForceName]
    expireTime: NotRequired[datetime.datetime | str]
    activationTime: NotRequired[datetime.datetime | str]
    customTag50: NotRequired[str]
    isAutomated: Required[bool]
    bracket1: Required[models.RestrainedOrderVersion | RestrainedOrderVersionDict]
    bracket2: NotRequired[models.RestrainedOrderVersion | RestrainedOrderVersionDict]


class PlaceOcoResultDict(TypedDict):
    failureReason: NotRequired[models.FailureReason | FailureReasonName]
    failureText: NotRequired[str]
    orderId: NotRequired[int]
    ocoId: NotRequired[int]


class PlaceOrderDict(TypedDict):
    accountSpec: NotRequired[str]
    accountId: Required[int]
    clOrdId: NotRequired[str]
    action: Required[models.Action | ActionName]
    symbol: Required[str]
    orderQty: Required[int]
    orderType: Required[models.OrderType | OrderTypeName]
    price: NotRequired[Decimal | float]
    stopPrice: NotRequired[Decimal | float]
    maxShow: NotRequired[int]
    pegDifference: NotRequired[Decimal | float]
    timeInForce: NotRequired[models.TimeInForce | TimeInForceName]
    expireTime: NotRequired[datetime.datetime | str]
    activationTime: NotRequired[datetime.datetime | str]
    customTag50: NotRequired[str]
    isAutomated: Required[bool]


class PlaceOrderResultDict(TypedDict):
    failureReason: NotRequired[models.FailureReason | FailureReasonName]
    failureText: NotRequired[str]
    orderId: NotRequired[int]


class PlaceOsoResultDict(TypedDict):
    failureReason: NotRequired[models.FailureReason | FailureReasonName]
    failureText: NotRequired[str]
    orderId: NotRequired[int]
    oso1Id: NotRequired[int]
    oso2Id: NotRequired[int]


class PositionDict(TypedDict):
    id: NotRequired[int]
    accountId: Required[int]
    contractId: Required[int]
    timestamp: Required[datetime.datetime | str]
    tradeDate: Required[models.TradeDate | TradeDateDict]
    netPos: Required[int]
    netPrice: NotRequired[Decimal | float]
    bought: Required[int]
    boughtValue: Required[Decimal | float]
    sold: Required[int]
    soldValue: Required[Decimal | float]
    prevPos: Required[int]
    prevPrice: NotRequired[Decimal | float]


class ProductDict(TypedDict):
    id: NotRequired[int]
    name: Required[str]
    currencyId: Required[int]
    productType: Required[models.ProductType | ProductTypeName]
    description: Required[str]
    exchangeId: Required[int]
    contractGroupId: Required[int]
    riskDiscountContractGroupId: NotRequired[int]
    status: Required[models.ProductStatus | ProductStatusName]
    months: NotRequired[str]
    isSecured: NotRequired[bool]
    valuePerPoint: Required[Decimal | float]
    priceFormatType: Required[models.PriceFormatType | PriceFormatTypeName]
    priceFormat: Required[int]
    tickSize: Required[Decimal | float]


class ResetDemoAccountStateDict(TypedDict):
    accountIds: Required[Sequence[int]]
    resetTradeDate: NotRequired[models.TradeDate | TradeDateDict]


class RestrainedOrderVersionDict(TypedDict):
    action: Required[models.Action | ActionName]
    clOrdId: NotRequired[str]
    orderType: Required[models.OrderType | OrderTypeName]
    price: NotRequired[Decimal | float]
    stopPrice: NotRequired[Decimal | float]
    maxShow: NotRequired[int]
    pegDifference: NotRequired[Decimal | float]
    timeInForce: NotRequired[models.TimeInForce | TimeInForceName]
    expireTime: NotRequired[datetime.datetime | str]
    text: NotRequired[str]


class StartOrderStrategyDict(TypedDict):
    accountId: Required[int]
    accountSpec: NotRequired[str]
    symbol: Required[str]
    orderStrategyTypeId: Required[int]
    action: Required[models.Action | ActionName]
    params: Required[str]
    uuid: NotRequired[str]
    customTag50: NotRequired[str]


class TradeDateDict(TypedDict):
    year: Required[int]
    month: Required[int]
    day: Required[int]


class TradeTimeDict(TypedDict):
    hour: Required[int]
    minute: Required[int]


class TradingPermissionDict(TypedDict):
    id: NotRequired[int]
    userId: Required[int]
    accountId: Required[int]
    accountHolderContact: Required[str]
    accountHolderEmail: Required[str]
    ctaContact: Required[str]
    ctaEmail: Required[str]
    updated: NotRequired[datetime.datetime | str]
    approvedById: NotRequired[int]


class UserDict(TypedDict):
    id: NotRequired[int]
    name: Required[str]
    timestamp: Required[datetime.datetime | str]
    email: Required[str]
    status: Required[models.UserStatus | UserStatusName]
    professional: Required[bool]
    organizationId: NotRequired[int]
    linkedUserId: NotRequired[int]
    foreignIntroducingBrokerId: NotRequired[int]


__all__ = [
    "AccessTokenRequestDict",
    "AccessTokenResponseDict",
    "AccountDict",
    "AccountRiskStatusDict",
    "AccountTypeName",
    "ActionName",
    "AdjustCashDict",
    "AdminActionName",
    "CancelOrderDict",
    "CashBalanceDict",
    "CashBalanceLogDict",
    "CashBalanceSnapshotDict",
    "CashChangeTypeName",
    "ChangeDemoBalanceDict",
    "CommandDict",
    "CommandReportDict",
    "CommandResultDict",
    "CommandStatusName",
    "CommandTypeName",
    "ContractDict",
    "ContractMaturityDict",
    "CurrencyDict",
    "ExecTypeName",
    "ExecutionReportDict",
    "FailureReasonName",
    "FillDict",
    "FillPairDict",
    "GetCashBalanceSnapshotDict",
    "InterruptOrderStrategyDict",
    "LegalStatusName",
    "LiquidatePositionDict",
    "MarginAccountTypeName",
    "MarginSnapshotDict",
    "MeResponseDict",
    "ModifyOrderDict",
    "ModifyOrderStrategyDict",
    "OAuthTokenRequestFormDict",
    "OAuthTokenResponseDict",
    "OrdStatusName",
    "OrderDict",
    "OrderStrategyDict",
    "OrderStrategyStatusName",
    "OrderStrategyStatusResponseDict",
    "OrderTypeName",
    "OrderVersionDict",
    "PlaceOCODict",
    "PlaceOSODict",
    "PlaceOcoResultDict",
    "PlaceOrderDict",
    "PlaceOrderResultDict",
    "PlaceOsoResultDict",
    "PositionDict",
    "PriceFormatTypeName",
    "ProductDict",
    "ProductStatusName",
    "ProductTypeName",
    "ResetDemoAccountStateDict",
    "RestrainedOrderVersionDict",
    "StartOrderStrategyDict",
    "TimeInForceName",
    "TradeDateDict",
    "TradeTimeDict",
    "TradingPermissionDict",
    "UserDict",
    "UserStatusName",
]
