"""Print the processor time that one check of a placeOCO body takes, in seconds, by the client or by jsonschema."""

import sys
import time
import timeit
from collections.abc import Callable

from jsonschema import Draft202012Validator

from tradovate_client._package import PACKAGE
from tradovate_client.runtime.checks import Check
from tradovate_client.runtime.schemas import strict

BODY = {
    "accountId": 7,
    "action": "Buy",
    "symbol": "ESZ6",
    "orderQty": 1,
    "orderType": "Limit",
    "price": 4200.25,
    "timeInForce": "GTD",
    "expireTime": "2026-12-01T15:00:00Z",
    "isAutomated": True,
    "other": {"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25},
}


def judge(name: str) -> Callable[[], object]:
    """Does one check, with the validator made before, and gives what is wrong with the body."""
    description = PACKAGE.description
    check = Check(description.operations["placeOCO"].body or {}, description.schemas, strict)
    if name == "client":
        return lambda: check.problems(BODY)
    validator = Draft202012Validator(check.prepared, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return lambda: tuple(validator.iter_errors(BODY))


once = judge(sys.argv[1])
if once() != ():
    sys.exit("the body is good, and a validator says that it is not")
number, seconds = timeit.Timer(once, timer=time.process_time).autorange()
print(seconds / number)
