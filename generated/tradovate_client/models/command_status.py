from ..runtime.enumeration import OpenEnum


class CommandStatus(OpenEnum):
    """The values of CommandStatus. (entities_pages/command.md:26)"""

    AT_EXECUTION = "AtExecution"
    EXECUTION_REJECTED = "ExecutionRejected"
    EXECUTION_STOPPED = "ExecutionStopped"
    EXECUTION_SUSPENDED = "ExecutionSuspended"
    ON_HOLD = "OnHold"
    PENDING = "Pending"
    PENDING_EXECUTION = "PendingExecution"
    REPLACED = "Replaced"
    RISK_PASSED = "RiskPassed"
    RISK_REJECTED = "RiskRejected"
