"""Bytes, addresses, feeds, archives → Document.

for item in read_inputs(["reports/", "https://harbor-daily.example/ferry"]):
    ...  # an `Ingested` (document and raw bytes) or a `Rejected` (with the reason)
"""

from sayso.ingest.inputs import NamedFile, read_inputs
from sayso.ingest.options import IngestOptions

__all__ = ["IngestOptions", "NamedFile", "read_inputs"]
