"""Rosters from files: every row read, checked and turned into an athlete or into complaints."""

from __future__ import annotations

from pathlib import Path

from optimizer.domain.catalog import Catalog
from optimizer.reading.roster.reader import read_raw_roster
from optimizer.team.athletes import Athletes
from optimizer.team.entries import Roster


def read_roster(path: Path | str, catalog: Catalog, base: Path | None = None) -> Roster:
    """Read a roster in YAML, CSV or XLSX, and check every row.

    Parameters
    ----------
    path
        The roster, of up to 64 MB; its suffix tells the format.
    catalog
        What names are resolved against.
    base
        A scenario that all athletes inherit, for rosters that name none.

    Returns
    -------
    Roster
        With an entry for each row; what is wrong with a row stands in its entry.

    Raises
    ------
    InputError
        With the problems of the file as a whole, and of what all athletes or a group inherit.
    """
    raw, sha256 = read_raw_roster(Path(path), base)
    athletes = Athletes(raw, catalog)
    return Roster(Path(path), sha256, tuple(athletes.entries()), catalog)
