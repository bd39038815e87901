"""A status line while solving, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from optimizer.cli.request import Request


@contextmanager
def status_line(request: Request, first: str) -> Iterator[Callable[[str], None]]:
    """Yield a function that changes what the status line says; it does nothing elsewhere."""
    if request.quiet or not sys.stderr.isatty():
        yield lambda _text: None
        return
    from rich.console import Console

    with Console(stderr=True).status(first) as status:
        yield status.update
