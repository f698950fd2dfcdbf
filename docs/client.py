"""The claims that most documents repeat and fewest identified origins stand behind, asked for by a program."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import httpx


def read_list(client: Any, address: str, **asked: Any) -> Iterator[dict[str, Any]]:
    """All items of a list, page after page."""
    cursor = None
    while True:
        answer = client.get(address, params={**asked, **({"cursor": cursor} if cursor else {})})
        answer.raise_for_status()
        page = answer.json()
        yield from page["items"]
        cursor = page["next"]
        if cursor is None:
            return


def say_claims(client: Any, most: int = 5) -> Iterator[str]:
    """Each with who said it, its interval, and the words that each of its origins is known by."""
    for claim in islice(read_list(client, "claims", worth_a_look=True, limit=most), most):
        yield f"“{claim['text']}” ({claim['said_by']})"
        yield f"  in {len(claim['documents'])} documents: {claim['interval']}"
        for origin in claim["origins"]:
            yield f"  - {origin['reason']}"


if __name__ == "__main__":
    with httpx.Client(base_url="http://127.0.0.1:8765/api/v1/") as client:  # with a token: headers={"Authorization": …}
        print("\n".join(say_claims(client)))
