"""Print the seconds of processor time that importing `module`, or `name` from it for `module:name`, takes."""

import importlib
import sys
import time

module, _, name = sys.argv[1].partition(":")
start = time.process_time()
imported = importlib.import_module(module)
if name:
    getattr(imported, name)
print(time.process_time() - start)
