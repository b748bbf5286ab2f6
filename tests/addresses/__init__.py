"""Every address of the product with its parameters, and a small world in which each of them leads somewhere.

Whoever adds an address with a new parameter adds an example of it to examples.py; until then a test says so.
"""

from tests.addresses.address import Address, every_address
from tests.addresses.making import make_account, make_record
from tests.addresses.record import FamilyRecord

__all__ = ["Address", "FamilyRecord", "every_address", "make_account", "make_record"]
