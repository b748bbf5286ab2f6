"""Reading packs: who reads what, put together as one PDF for each."""
