"""Load and benchmarks. No part of the tests: every figure is a ratio of one run, so that the machine matters little.

    python -m bench.pages          pages, search and saving, beside a view that says "hello"
    python -m bench.recompute      a family's due rows beside reading its facts; a due date beside a look-up
    python -m bench.people_search  people found among a million by names typed wrongly, beside fetching one by key
    python -m bench.room           thirty phones in a live room: from typed to seen, beside two seconds

All take --json. docs/reference/speed.md says what is measured and why.
"""
