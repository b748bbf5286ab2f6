"""A population of invented people with the spread of names found in England, and the errors made in typing them."""
