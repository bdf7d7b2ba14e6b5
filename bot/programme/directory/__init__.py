"""The directory of services: what a service is, whether it can be relied on, and whom it fits."""

from bot.programme.directory.catalogue import Catalogue, Entry
from bot.programme.directory.service import Opening, Phone, Place, Service

__all__ = ["Catalogue", "Entry", "Opening", "Phone", "Place", "Service"]
