"""Print the seconds from typing placeOCO to finding it, on a reference page in headless Chromium with the network off.

Usage: search.py CHROMIUM FILE
"""

import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    page = browser.new_context(offline=True).new_page()
    page.goto(Path(sys.argv[2]).resolve().as_uri())
    start = time.perf_counter()
    page.fill("#search", "placeOCO")
    found = page.locator("#found a").first
    found.wait_for(timeout=10_000)
    seconds = time.perf_counter() - start
    shown = found.text_content() or ""
    browser.close()
if "POST /order/placeOCO" not in shown:
    sys.exit(f"the first that is found is {shown!r}")
print(seconds)
