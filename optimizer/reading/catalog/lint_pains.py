"""Whether the advice for a pain agrees with what the pain excludes."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.sore_areas import keeps_out
from optimizer.errors import Complaint


def barred_helpers(catalog: Catalog) -> Iterator[Complaint]:
    """Exercises that a pain names as helpful and that the same pain excludes."""
    rows = catalog.exercise_by_id
    for pain in catalog.pains:
        for name in pain.every_helper:
            if name in rows and keeps_out(pain, rows[name]):
                yield Complaint(
                    "catalog-lint",
                    f"{pain.id}: helps names {name}, which this pain excludes",
                    hint="take it out of helps, or let the pain allow it",
                )
