"""Every link of the workbench over the demo collection leads somewhere."""

from pathlib import Path

from sayso.serve.desk import Desk
from tests.unit.serve.web.test_links import follow_links
from tests.unit.serve.web.visitor import Visitor

MOST = 3_000
"""Pages that are gone to: more than the demo has."""


def test_every_link_of_the_demo_leads_somewhere(collection: Path) -> None:
    follow_links(Visitor(Desk(collection)), most=MOST)
