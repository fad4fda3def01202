"""Print the seconds that importing a module takes."""

import importlib
import sys
import time

start = time.perf_counter()
importlib.import_module(sys.argv[1])
print(time.perf_counter() - start)
