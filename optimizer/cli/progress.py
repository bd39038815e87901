"""A status line or a bar while solving, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from optimizer.cli.request import Request

if TYPE_CHECKING:
    from optimizer.team.ledger import Tally


@contextmanager
def status_line(request: Request, first: str) -> Iterator[Callable[[str], None]]:
    """Yield a function that changes what the status line says; it does nothing elsewhere."""
    if request.quiet or not sys.stderr.isatty():
        yield lambda _text: None
        return
    from rich.console import Console

    with Console(stderr=True).status(first) as status:
        yield status.update


@contextmanager
def athletes_bar(request: Request) -> Iterator[Callable[[Tally], None]]:
    """Yield a function that shows how far a batch is: share, rate, time left and failures."""
    if request.quiet or not sys.stderr.isatty():
        yield lambda _tally: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.completed} of {task.total} athletes"),
        BarColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]} without a plan"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:

        def show(tally: Tally) -> None:
            todo = tally.athletes - tally.kept
            if not bar.tasks:
                bar.add_task("batch", total=todo, rate="", failed=0)
            task = bar.tasks[0]
            rate = f"{task.speed:.1f} a second" if task.speed else ""
            bar.update(task.id, completed=tally.done, total=todo, failed=tally.failed, rate=rate)

        yield show
