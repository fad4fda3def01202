from ..runtime.enumeration import OpenEnum


class OrderStrategyStatus(OpenEnum):
    """The values of OrderStrategyStatus. (entities_pages/orderStrategy.md:27)"""

    ACTIVE_STRATEGY = "ActiveStrategy"
    EXECUTION_FAILED = "ExecutionFailed"
    EXECUTION_FINISHED = "ExecutionFinished"
    EXECUTION_INTERRUPTED = "ExecutionInterrupted"
    INACTIVE_STRATEGY = "InactiveStrategy"
    NOT_ENOUGH_LIQUIDITY = "NotEnoughLiquidity"
    STOPPED_BY_USER = "StoppedByUser"
