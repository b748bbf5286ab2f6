"""`alongside serve`: gunicorn with threads, which keep their database connections from request to request."""

import argparse
import os
import sys
from collections.abc import Mapping

from alongside.cli.fitness import stop_if_unfit


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `serve`; each option has its variable for a unit file."""
    parser = subparsers.add_parser("serve", help="run the web server with the settings of the environment")
    parser.add_argument("--host", help="address to listen on (ALONGSIDE_HOST; normally 127.0.0.1, behind a proxy)")
    parser.add_argument("--port", type=int, help="port to listen on (ALONGSIDE_PORT; normally 8000)")
    parser.add_argument("--workers", type=int, help="processes (ALONGSIDE_WORKERS; normally one a core)")
    parser.add_argument("--threads", type=int, help="threads in each process (ALONGSIDE_THREADS; normally 4)")


def run(args: argparse.Namespace) -> int:
    """Become the web server: gunicorn takes this process over. Returns 1 when the settings are unfit."""
    if stop_if_unfit():
        return 1
    return os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *gunicorn_options(args, os.environ)])


def gunicorn_options(args: argparse.Namespace, environ: Mapping[str, str]) -> list[str]:
    """Return gunicorn's command line: what was given, else the environment, else what suits one machine."""
    host = args.host or environ.get("ALONGSIDE_HOST", "127.0.0.1")
    port = args.port or environ.get("ALONGSIDE_PORT", "8000")
    workers = args.workers or environ.get("ALONGSIDE_WORKERS") or os.cpu_count() or 1
    threads = args.threads or environ.get("ALONGSIDE_THREADS", "4")
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return [
        "alongside.config.wsgi:application",
        *("--bind", address),
        *("--worker-class", "gthread"),
        *("--workers", str(workers)),
        *("--threads", str(threads)),
        # A proxy keeps its connections; the longest page is a reading pack in PDF.
        *("--keep-alive", "75"),
        *("--timeout", "60"),
        *("--graceful-timeout", "20"),
        # Each worker starts anew now and then, not all at once: a slow leak never becomes a bad night.
        *("--max-requests", "20000"),
        *("--max-requests-jitter", "2000"),
        *("--worker-tmp-dir", "/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp"),  # noqa: S108
        "--no-control-socket",
    ]
