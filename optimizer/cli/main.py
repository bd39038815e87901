"""The command ``triplane``; its commands are found by their files."""

from __future__ import annotations

import atexit
import gc

import click

import optimizer
from optimizer.cli import commands
from optimizer.cli.group import TriplaneGroup

OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Reading and importing make many objects that live on; looking for garbage among them is slow."""

gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
atexit.register(gc.freeze)  # at the end all memory goes at once: no garbage need be looked for


@click.group(
    "triplane",
    cls=TriplaneGroup,
    package=commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(optimizer.__version__, prog_name="triplane")
def main() -> None:
    """Plan strength and mobility weeks for runners, with a proof.

    Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 a
    bug, 2 bad arguments or input, 3 proved impossible, 4 stopped without a plan, 5 the plan breaks
    rules.
    """


if __name__ == "__main__":
    main()
