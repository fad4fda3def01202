"""Prints quotes and five-minute bars as they arrive, from a fake service or from the demo environment.

python examples/quotes.py             # fake service
python examples/quotes.py ESZ6 TOKEN  # demo, with a token
"""

import sys

from tradovate_client import Tradovate
from tradovate_client.testing import FakeService, FakeStream


def watch(api: Tradovate, symbol: str, most: int) -> None:
    """Print `most` quotes: each time the latest, whatever was missed in between."""
    with api.stream() as stream, stream.quotes(symbol) as quotes:
        for count, quote in enumerate(quotes, 1):
            shown = {name: f"{entry.price} x {entry.size}" for name, entry in quote.entries.items()}
            print(f"{quote.timestamp:%H:%M:%S}", shown)
            if count == most:
                return


def on_the_fake() -> None:
    """Print three quotes of a fake market."""
    service = FakeService()
    service.market.add_account()
    service.market.add_contract("ESZ6")
    with FakeStream(service) as fake:
        fake.price("ESZ6", 4000, bid="3999.75", ask="4000.25")
        with Tradovate(token="any", base_url=fake.url) as api:
            watch(api, "ESZ6", 1)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        watch(Tradovate(token=sys.argv[2]), sys.argv[1], 10)
    else:
        on_the_fake()
