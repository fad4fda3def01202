from ..runtime.enumeration import OpenEnum


class CommandType(OpenEnum):
    """The values of CommandType. (entities_pages/command.md:25)"""

    CANCEL = "Cancel"
    MODIFY = "Modify"
    NEW = "New"
