from ..runtime.enumeration import OpenEnum


class CommandType(OpenEnum):
    """The values of CommandType."""

    CANCEL = "Cancel"
    MODIFY = "Modify"
    NEW = "New"
