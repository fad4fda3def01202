"""What every generated client runs on: plain modules that know a service only through its spec."""

import logging

logging.getLogger(__name__).addHandler(logging.NullHandler())
