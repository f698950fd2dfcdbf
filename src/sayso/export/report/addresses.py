"""Where claims, documents and words are shown: on one page, or each on a page of its own."""

import dataclasses


@dataclasses.dataclass(frozen=True, kw_only=True)
class Addresses:
    """How each thing is linked to. A page of claims and texts leaves some out; a site has a page for each."""

    is_site: bool = False

    def claim(self, claim: str) -> str:
        """Where a claim is shown."""
        return f"/claims/{claim}" if self.is_site else f"#c-{claim}"

    def document(self, document: str) -> str:
        """Where a document is shown."""
        return f"/documents/{document}" if self.is_site else f"#d-{document}"

    def words(self, document: str, statement: str) -> str:
        """Where the words of a statement stand in their document."""
        return f"/documents/{document}#s-{statement}" if self.is_site else f"#s-{statement}"

    def passage(self, document: str, passage: str) -> str:
        """Where a passage stands that a document shares with another."""
        return f"/documents/{document}#p-{passage}" if self.is_site else f"#p-{passage}"

    def source(self, source: str) -> str | None:
        """Where all that rests on a source, or is said about somebody, is shown; None where there is no page of it."""
        return f"/sources/{source}" if self.is_site else None


PAGE = Addresses()
"""Everything on one page."""

SITE = Addresses(is_site=True)
"""Each claim and each document on a page of its own."""
