"""Strategies for problems so small that every plan can be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from hypothesis import strategies as st

from optimizer.domain.catalog import Catalog
from optimizer.domain.problem import Problem
from optimizer.domain.tiers import TIERS
from tests.strategies import few
from tests.worlds import problem, run, session, small_catalog

OPTIONAL_RULES = (
    "planes_are_covered_in_each_session",
    "planes_are_covered_in_the_week",
    "required_patterns_are_trained",
    "sessions_train_the_whole_body",
    "push_and_pull_are_balanced",
    "knee_and_hip_work_are_balanced",
    "muscles_reach_their_floor",
)
IMPACT = ("pogo_hop", "one_leg_hop", "squat_jump")


class Asked:
    """A problem that prints as its scenario."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem

    def __repr__(self) -> str:
        given = self.problem.scenario.model_dump(exclude_defaults=True, exclude={"places", "name"})
        return f"Asked({[row.id for row in self.problem.candidates]}, {given})"


SMALL_WORK = tuple(row.id for row in small_catalog().exercises if row.is_work)


@contextmanager
def exact_tiers() -> Iterator[None]:
    """Every tier without tolerance, so that the answer is the lexicographic optimum."""
    exact = tuple(replace(tier, tolerance=0, tolerance_per_session=0) for tier in TIERS)
    with patch("optimizer.solve.build.TIERS", exact):
        yield


def catalog_of(rows: tuple[str, ...], muscles: tuple[str, ...] = ()) -> Catalog:
    """The small catalog with these working rows only, counting these muscles or all."""
    full = small_catalog()
    return replace(
        full,
        exercises=tuple(row for row in full.exercises if not row.is_work or row.id in rows),
        muscles=tuple(item for item in full.muscles if not muscles or item.id in muscles),
    )


@st.composite
def small_problems(
    draw: st.DrawFn, rows: tuple[int, int], sessions: tuple[int, int], minutes: tuple[int, ...]
) -> Asked:
    """Beginners' problems over a few exercises, some rules switched off."""
    ids = draw(
        st.lists(st.sampled_from(SMALL_WORK), min_size=rows[0], max_size=rows[1], unique=True)
    )
    if draw(st.integers(0, 2)) == 0:
        ids = [*ids[:-2], *IMPACT[:2]] if draw(st.booleans()) else [*ids[:-1], IMPACT[2]]
    days = draw(st.permutations(("mon", "wed", "fri")))[: draw(st.integers(*sessions))]
    first = draw(st.sampled_from(minutes))
    lengths = [draw(st.sampled_from((first, first, *minutes))) for _ in days]
    floors = draw(st.sampled_from(("relaxed", "relaxed", "hard")))
    trained = tuple(
        muscle for row in ids for muscle in small_catalog().exercise_by_id[row].muscles.direct
    )
    off = OPTIONAL_RULES if floors == "hard" and draw(st.booleans()) else draw(few(OPTIONAL_RULES))
    asked = problem(
        catalog=catalog_of(tuple(ids), trained),
        sessions=[session(day, length) for day, length in zip(days, lengths, strict=True)],  # type: ignore[arg-type]
        runs=[run("thu", "tempo")] if draw(st.booleans()) else [],
        athlete={"likes": draw(few(tuple(ids), 1)), "never": draw(few(tuple(ids), 1))},
        history={"weeks_trained": draw(st.sampled_from((0, 8)))},
        targets={"floors": floors},
        constraints={rule: {"enabled": False} for rule in off},
    )
    return Asked(asked)


def tiny_problems() -> st.SearchStrategy[Asked]:
    """Four to six exercises in one session, or three or four in two sessions."""
    one = small_problems((4, 6), (1, 1), (10, 15, 20, 31))
    two = small_problems((3, 4), (2, 2), (10, 15, 20, 31))
    return one | two


def larger_problems() -> st.SearchStrategy[Asked]:
    """Six to ten exercises in up to three sessions: too many plans to look at."""
    return small_problems((6, 10), (1, 3), (15, 20, 30, 40))
