"""The pages that every page leads to, in the order in which they are listed."""

ENTRIES: list[tuple[str, str]] = [
    ("/", "Overview"),
    ("/claims", "Claims"),
    ("/documents", "Documents"),
    ("/sources", "Sources"),
    ("/timeline", "Timeline"),
    ("/search", "Search"),
    ("/add", "Add"),
]
"""Address, name. A page adds a line of its own."""
