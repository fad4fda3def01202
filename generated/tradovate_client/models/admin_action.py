from ..runtime.enumeration import OpenEnum


class AdminAction(OpenEnum):
    """The values of AdminAction. (entities_pages/accountRiskStatus.md:22)"""

    AGREED_ON_LIQ_ONLY_MODE_BY_AUTO_LIQ = "AgreedOnLiqOnlyModeByAutoLiq"
    AGREED_ON_AUTO_LIQUIDATION_BY_AUTO_LIQ = "AgreedOnAutoLiquidationByAutoLiq"
    DISABLE_AUTO_LIQ = "DisableAutoLiq"
    LIQUIDATE_IMMEDIATELY = "LiquidateImmediately"
    LIQUIDATE_ONLY_MODE_IMMEDIATELY = "LiquidateOnlyModeImmediately"
    LOCK_TRADING_IMMEDIATELY = "LockTradingImmediately"
    NORMAL = "Normal"
    PLACE_AUTO_LIQ_ON_HOLD = "PlaceAutoLiqOnHold"
