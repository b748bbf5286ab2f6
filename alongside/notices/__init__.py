"""Notices: what somebody should know now, in the product and by mail; a mail never says about whom."""
