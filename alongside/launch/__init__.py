"""What `./run` and `./test` do, from a bare checkout to a running Alongside.

`prepare` uses the standard library only: it runs before anything is installed.
"""
