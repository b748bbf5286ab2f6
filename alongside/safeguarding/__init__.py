"""A safeguarding concern once it is sent: who is told, the decision, referrals and what came of them."""
