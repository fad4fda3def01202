from ..runtime.enumeration import OpenEnum


class CashChangeType(OpenEnum):
    """The values of CashChangeType. (entities_pages/cashBalanceLog.md:28)"""

    AUTOMATIC_RECONCILIATION = "AutomaticReconciliation"
    BROKERAGE_FEE = "BrokerageFee"
    CANCELLED_PAIRED_TRADE = "CancelledPairedTrade"
    CLEARING_FEE = "ClearingFee"
    COMMISSION = "Commission"
    DESK_FEE = "DeskFee"
    ENTITLEMENT_SUBSCRIPTION = "EntitlementSubscription"
    EXCHANGE_FEE = "ExchangeFee"
    FUND_TRANSACTION = "FundTransaction"
    FUND_TRANSACTION_FEE = "FundTransactionFee"
    IP_FEE = "IPFee"
    LIQUIDATION_FEE = "LiquidationFee"
    MANUAL_ADJUSTMENT = "ManualAdjustment"
    MARKET_DATA_SUBSCRIPTION = "MarketDataSubscription"
    NEW_SESSION = "NewSession"
    NFA_FEE = "NfaFee"
    OPTIONS_TRADE = "OptionsTrade"
    ORDER_ROUTING_FEE = "OrderRoutingFee"
    TRADE_PAIRED = "TradePaired"
    TRADOVATE_SUBSCRIPTION = "TradovateSubscription"
