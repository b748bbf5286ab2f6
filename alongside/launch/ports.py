"""The web server's port and address."""

import errno
import socket
import time

from alongside.launch.steps import CannotGoOn

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104


def port_to_use(host: str, port: int, *, patience: float = 0.0) -> int:
    """Return `port`, known to be free on `host`; for 0, any that is free.

    A killed start's web server may be a moment in letting go of it: `patience` is in seconds.

    :raises CannotGoOn: when it cannot be used
    """
    limit = time.monotonic() + patience
    while True:
        try:
            return _bind(host, port)
        except OSError as error:
            if time.monotonic() >= limit:
                raise CannotGoOn(_message(host, port, error)) from error
            time.sleep(0.2)


def address_of(host: str, port: int) -> str:
    """Return the address at which this machine reaches a server that listens on `host` and `port`."""
    reachable = EVERYWHERE.get(host, host)
    return f"http://[{reachable}]:{port}/" if ":" in reachable else f"http://{reachable}:{port}/"


def _bind(host: str, port: int) -> int:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        # As the server will: a port that waits for the last words of closed connections is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)
        return int(probe.getsockname()[1])


def _message(host: str, port: int, error: OSError) -> str:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is not an address of this machine. Leave --host out, or use 0.0.0.0 for all of them."
    if error.errno == errno.EACCES:
        return f"Port {port} is kept for the machine's administrator. Choose one above 1023, such as --port 8000."
    return f"Port {port} on {host} is taken by another program. Choose another port: ./run --port {port + 1}"
