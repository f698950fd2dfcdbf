"""The collection: one SQLite file, made from the model's definitions."""

from sayso.store.amendments import FIELDS
from sayso.store.collection import Store
from sayso.store.dump import dump_collection

__all__ = ["FIELDS", "Store", "dump_collection"]
