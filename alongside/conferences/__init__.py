"""Child protection conferences: arranged with care, prepared with reports and reading packs, and followed up."""
