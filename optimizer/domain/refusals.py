"""Whom the planner refuses to plan for, in words that point to somebody who can."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.catalog import Catalog
from optimizer.domain.population import SUPERVISED_UNDER_AGE
from optimizer.domain.scenario import Scenario
from optimizer.errors import Complaint

CODE = "needs-a-professional"


def refusals(scenario: Scenario, catalog: Catalog) -> Iterator[Complaint]:
    """A complaint for each reason to leave the athlete to a professional.

    Names of pains and conditions that the catalog does not know are passed over.
    """
    athlete = scenario.athlete
    if athlete.age is not None and athlete.age < SUPERVISED_UNDER_AGE and not athlete.supervised:
        yield Complaint(
            CODE,
            f"at {athlete.age} years, nobody under {SUPERVISED_UNDER_AGE} is given a plan alone",
            why="children train well and safely with a qualified coach who watches and adapts",
            hint="ask a coach or teacher; with one at every session, write `supervised: true`",
            path=("athlete", "age"),
        )
    named = [(pain.id, ("athlete", "pains", i)) for i, pain in enumerate(athlete.pains)]
    named += [(name, ("athlete", "conditions", i)) for i, name in enumerate(athlete.conditions)]
    for name, path in named:
        pain = catalog.pain_by_id.get(name)
        if pain is not None and pain.refuse:
            yield Complaint(
                CODE,
                f"{pain.name.lower()}: this needs a person who knows you, and no planner",
                why=pain.prefer or "",
                hint=pain.refer,
                path=path,
            )
