"""The modules shipped inside every generated client. They learn about a service only from its description."""

import logging

logging.getLogger(__name__).addHandler(logging.NullHandler())
