"""The product as in production on a throw-away database, and a visitor who asks it for pages over HTTP."""
