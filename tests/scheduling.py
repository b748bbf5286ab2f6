"""Which tests of a run on several processes stay together: those that share something that is dear to make."""

from xdist.scheduler import LoadScopeScheduling

# The demo of all families takes a minute to invent. xdist's own marks for this do nothing under the pytest we have.
TOGETHER = ("alongside/demo/tests/",)


class Together(LoadScopeScheduling):
    """Hands out test by test, except that a folder of TOGETHER goes whole to one process, and first."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid)
