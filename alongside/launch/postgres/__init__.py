"""The embedded PostgreSQL: where its data is, under which account it runs, starting and stopping it."""
