"""A catalog of four exercises and three plans made by hand: a good, an impossible, an open one."""

from __future__ import annotations

from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import (
    AthleteName,
    Exclusion,
    Plan,
    PlannedItem,
    PlannedSession,
    PreparationItem,
    Reason,
    TierResult,
    Verification,
)
from optimizer.domain.plan_coverage import (
    Coverage,
    MuscleCoverage,
    MuscleFeed,
    PatternCoverage,
    PatternFeed,
    PlaneCoverage,
    PlaneFeed,
)
from optimizer.domain.plan_diagnosis import ConflictMember, FunnelStep
from tests.rows import DRILL, ONE_SIDE, exercise, hold
from tests.vocabulary import vocabulary

CATALOG = Catalog(
    exercises=(
        exercise("open_book", **DRILL),
        exercise("goblet_squat", cautions=("Stop where the heels lift.",)),
        exercise("split_squat", name="Split squat | rear foot up", seconds_per_rep=3.3, **ONE_SIDE),
        hold("side_plank", role="core", setup_seconds=40, **ONE_SIDE),
    ),
    **vocabulary(),
)

DRILLS = (
    PreparationItem(exercise="open_book", seconds=60, reps=8, per_side=True),
    PreparationItem(exercise="open_book", seconds=0, hold_seconds=180),
)

SQUAT = PlannedItem(
    id="a-1",
    exercise="goblet_squat",
    role="strength",
    sets=3,
    reps=8,
    reps_in_reserve=3,
    load="of 8, 12 kg the one that leaves 3 reps",
    rest_seconds=120,
    seconds=432,
    equipment={"dumbbell": 1},
    reasons=(
        Reason(code="pinned", text="pinned in the scenario"),
        Reason(
            code="only-cover",
            text="the week's only quadriceps work (2 of its 3 sets are needed for the floor)",
            by="muscles_reach_their_floor",
            about=("quadriceps",),
            sets=2,
        ),
    ),
)
SPLIT = PlannedItem(
    id="a-2",
    exercise="split_squat",
    role="strength",
    sets=2,
    reps=8,
    per_side=True,
    reps_in_reserve=1,
    rest_seconds=90,
    seconds=296,
    equipment={"dumbbell": 2, "chair": 1, "wall": 1},
)
PLANK = PlannedItem(
    id="a-3",
    exercise="side_plank",
    role="core",
    sets=1,
    hold_seconds=40,
    per_side=True,
    rest_seconds=45,
    seconds=145,
)
SESSION = PlannedSession(
    id="a",
    day="mon",
    place="home",
    limit_seconds=960,
    seconds=60 + 432 + 296 + 145,
    preparation=DRILLS[:1],
    items=(SQUAT, SPLIT, PLANK),
)

COVERAGE = Coverage(
    muscles=(
        MuscleCoverage(
            id="quadriceps",
            sets=5,
            direct_sets=5,
            floor=2,
            target=5,
            fed_by=(MuscleFeed(item="a-1", sets=3), MuscleFeed(item="a-2", sets=2)),
        ),
        MuscleCoverage(id="glute_max", sets=2.5, direct_sets=0, floor=2, target=5),
        MuscleCoverage(id="soleus", sets=0.25, direct_sets=0, floor=2, target=6),
    ),
    planes=(
        PlaneCoverage(
            id="sagittal",
            credit=2,
            floor=1,
            target=1,
            fed_by=(PlaneFeed(item="a-1", credit=1), PlaneFeed(item="a-2", credit=1)),
        ),
    ),
    patterns=(
        PatternCoverage(
            id="knee_dominant",
            items=2,
            floor=1,
            fed_by=(PatternFeed(item="a-1", sets=3), PatternFeed(item="a-2", sets=2)),
        ),
        PatternCoverage(id="pull", items=0, floor=1),
        PatternCoverage(id="jump", items=0, floor=0),
    ),
    compound_share=0.833,
    unilateral_share=0.4,
)

PLAN = Plan(
    scenario="A small week",
    athlete=AthleteName(id="ana-01", name="Ana"),
    status="feasible",
    stopped_by="time limit",
    tiers=(
        TierResult(
            id="targets", unit="points", value=40, bound=30, proved=False, scope="all plans"
        ),
        TierResult(
            id="minutes",
            unit="seconds",
            value=933,
            bound=900,
            proved=True,
            scope="all plans",
            tolerance=60,
        ),
        TierResult(id="equipment", unit="items", value=2, bound=2, proved=True, scope="this week"),
    ),
    sessions=(SESSION,),
    coverage=COVERAGE,
    notes=("Begin lighter than you could.",),
    excluded=(
        Exclusion(
            filter="pains_are_respected",
            because="knee pain",
            exercises=("side_plank", "split_squat", "air_squat"),
            sessions=("a",),
        ),
    ),
    verification=Verification(checked=("session_fits_in_time", "pins_are_kept")),
    provenance={"triplane": "0.1.0", "seed": 0, "scenario_sha256": "0123456789abcdef"},
    effort={"solve_seconds": 0.4, "rounds": 2},
)

IMPOSSIBLE = Plan(
    scenario="No way",
    athlete=AthleteName(id="ben-02"),
    status="infeasible",
    conflict=(
        ConflictMember(rule="session_fits_in_time", where="a", text="No session is too long."),
        ConflictMember(rule="muscles_reach_their_floor", where="soleus", text="Floors are met."),
        ConflictMember(rule="muscles_reach_their_floor", where="chest", text="Floors are met."),
    ),
    funnel=(
        FunnelStep(filter="catalog", removed=0, left=4),
        FunnelStep(filter="equipment_is_at_hand", removed=1, left=3),
    ),
    repairs=("give session a 5 more minutes",),
    closest=PLAN.model_copy(update={"notes": ("MISSED: soleus gets 0.25 sets.",)}),
)

UNKNOWN = Plan(scenario="No time", status="unknown", stopped_by="time limit")
