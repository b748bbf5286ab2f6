"""Feeds in the Open Referral UK standard: fetched, read, held against the published schemas, and told in plain text."""

from alongside.directory.open_referral.fetching import fetched
from alongside.directory.open_referral.reading import FeedBroken, Item, Problem, items_of, parsed
from alongside.directory.open_referral.told import PlaceTold, ServiceTold, told

__all__ = ["FeedBroken", "Item", "PlaceTold", "Problem", "ServiceTold", "fetched", "items_of", "parsed", "told"]
