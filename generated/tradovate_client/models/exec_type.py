from ..runtime.enumeration import OpenEnum


class ExecType(OpenEnum):
    """The values of ExecType. (entities_pages/executionReport.md:28)"""

    CANCELED = "Canceled"
    COMPLETED = "Completed"
    DONE_FOR_DAY = "DoneForDay"
    EXPIRED = "Expired"
    NEW = "New"
    ORDER_STATUS = "OrderStatus"
    PENDING_CANCEL = "PendingCancel"
    PENDING_NEW = "PendingNew"
    PENDING_REPLACE = "PendingReplace"
    REJECTED = "Rejected"
    REPLACED = "Replaced"
    STOPPED = "Stopped"
    SUSPENDED = "Suspended"
    TRADE = "Trade"
    TRADE_CANCEL = "TradeCancel"
    TRADE_CORRECT = "TradeCorrect"
