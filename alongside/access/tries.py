"""How often something was tried lately, by whatever process and server it came in."""

import time

from django.core.cache import cache


def tries(key: str, within: int, *, more: int = 1) -> int:
    """Count a try, and return how many there were.

    :param key: what is counted, such as the address of who tries
    :param within: seconds from the first try, after which the count begins anew
    :param more: 0 to look without counting
    """
    now = time.time()
    began, count = cache.get(key) or (now, 0)
    if more:
        cache.set(key, (began, count + more), began + within - now)
    return int(count + more)
