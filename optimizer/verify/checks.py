"""The 25 questions that a coach asks of a week, and the rules and aims that answer them.

One place for the relation; the documentation's table is made from it, and the tests fail where
a name does not exist. A check that speaks of several weeks cannot be answered by one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from optimizer.domain.plan import Plan, Verification, Violation
from optimizer.domain.problem import Problem
from optimizer.objectives import every_aim


@dataclass(frozen=True)
class Check:
    """One question: when a week fails it, what holds it, and where the line comes from.

    ``rules`` are hard, ``aims`` are scored. ``later`` tells what needs more than one week.
    """

    id: str
    fails_if: str
    rules: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    basis: str = "convention"
    later: str = ""

    @property
    def kind(self) -> str:
        """Whether the check is hard, soft, both, or about several weeks."""
        if self.rules:
            return "hard and soft" if self.aims else "hard"
        return "soft" if self.aims else "several weeks"


_TIME_AND_ACCESS = (
    Check(
        "C01",
        "a session takes longer than its minutes",
        rules=("session_fits_in_time",),
        basis="the runner's own limit; time model: convention, compared with Andersen 2022 "
        "(abstract read)",
    ),
    Check(
        "C02",
        "an item needs equipment that the session's place does not have",
        rules=("equipment_is_at_hand",),
        basis="a fact of the scenario",
    ),
    Check(
        "C03",
        "an item is harder than the level allows",
        rules=("difficulty_suits_the_level",),
        basis="articles 000, 002 and 004; ACSM 2009 (abstract read)",
    ),
    Check(
        "C04",
        "an item stands above the unlocked rung of its ladder, or two rungs of one ladder "
        "stand in a session",
        rules=("ladder_rungs_are_unlocked", "one_rung_of_a_ladder_a_session"),
        basis="articles 000 and 003; convention",
        later="a step of more than one rung within two weeks",
    ),
    Check(
        "C05",
        "an item of the preparation comes after work, a jump after strength or core, a main "
        "lift after an accessory for the same muscle, or tiring core work before the last lift "
        "that loads the spine",
        rules=("items_follow_role_order",),
        basis="ACSM 2009, Nunes 2021 (abstracts read); jumps first: convention",
    ),
    Check(
        "C06",
        "the preparation is under 5 minutes (3 straight after an easy run), under 8 before "
        "jumps or loads of 80 % of the maximum, lacks a hip or an ankle drill, or holds a "
        "stretch for over 60 s before power",
        rules=("preparation_suits_the_work",),
        basis="article 001; holds: Warneke 2025 (abstract and summary read); lengths: convention",
    ),
)
_COVER = (
    Check(
        "C07",
        "a plane is not moved in, or gets too little credit in the week or in a session of 30 "
        "minutes or more",
        rules=("planes_are_covered_in_the_week", "planes_are_covered_in_each_session"),
        aims=("sessions_move_in_every_plane",),
        basis="articles 000 and 001; credits: convention",
    ),
    Check(
        "C08",
        "a muscle of tier 1 or 2 stays under its weekly floor, or calf, side of the hip, "
        "hamstrings or trunk get no direct set",
        rules=("muscles_reach_their_floor",),
        aims=("key_muscles_get_direct_sets",),
        basis="Iversen 2021, Pelland 2025 (abstracts read); floors by level: convention",
    ),
    Check(
        "C09",
        "a muscle gets more weekly sets than its cap, or a session more working or lower-body "
        "sets than its caps",
        rules=("muscles_stay_under_their_cap", "session_volume_is_capped"),
        basis="Remmert 2025 (summary read); caps: convention",
    ),
    Check(
        "C10",
        "the week leaves out a movement pattern that the kit has a row for, or a session of 30 "
        "minutes or more leaves out legs, upper body or core",
        rules=("required_patterns_are_trained", "sessions_train_the_whole_body"),
        basis="articles 001 and 002; Leppanen 2024 (abstract read); list: convention",
    ),
    Check(
        "C11",
        "push and pull sets of the week differ by more than half (soft) or by more than double "
        "(hard)",
        rules=("push_and_pull_are_balanced",),
        aims=("push_and_pull_stay_close",),
    ),
    Check(
        "C12",
        "squat-like and hinge-like sets of the week differ by more than double (soft) or more "
        "than threefold (hard)",
        rules=("knee_and_hip_work_are_balanced",),
        aims=("knee_and_hip_work_stay_close",),
    ),
    Check(
        "C13",
        "one side is trained otherwise than the other",
        rules=("sides_are_trained_alike",),
    ),
    Check(
        "C14",
        "too little of the lower-body work is on one leg, or an advanced runner's build week "
        "has no main lift on two legs",
        aims=("one_leg_work_leads", "two_leg_lift_is_kept"),
        basis="articles 000 to 002; Liao 2022 (abstract read); shares: convention",
    ),
    Check(
        "C15",
        "too few working sets are compound",
        aims=("compound_work_leads",),
        basis="Iversen 2021 (abstract read); share: convention",
    ),
)
_LANDINGS_AND_RUNS = (
    Check(
        "C16",
        "a session or the week has more landings than its cap, jumps come too soon after jumps, "
        "or a beginner jumps before being ready",
        rules=(
            "landings_are_capped_a_session",
            "landings_are_capped_a_week",
            "jumps_are_spaced",
        ),
        basis="NSCA table (summary read); caps below it and the gate: convention",
        later="growth of the contacts against the week before",
    ),
    Check(
        "C17",
        "a jump or a landing on one leg comes after three or more hard leg sets, or a set has "
        "more than 12 hard landings a side (soft: 8)",
        rules=("landings_come_fresh",),
        aims=("one_leg_landings_stay_few",),
    ),
    Check(
        "C18",
        "heavy leg work stands too close before a key run or a race, or comes before a hard run "
        "of the same day",
        rules=(
            "no_heavy_legs_before_key_runs",
            "runs_come_first_on_shared_days",
            "races_find_fresh_legs",
        ),
        aims=("heavy_legs_stay_far_from_key_runs", "shared_days_leave_hours"),
        basis="Doma 2013 and 2019 (abstracts read); hours: general knowledge",
    ),
    Check(
        "C19",
        "heavy leg work stands on days in a row",
        rules=("heavy_legs_rest_between",),
        basis="Doma 2019 (abstract read); 48 h: convention",
    ),
    Check(
        "C20",
        "the week has more sessions, sets or contacts than its phase allows, work that is out of "
        "season, or something new shortly before a race",
        rules=(
            "sessions_suit_the_phase",
            "exercises_suit_the_season",
            "nothing_new_before_a_race",
        ),
        basis="Beattie 2017, Spiering 2021, Berryman 2021 (abstracts read); factors: convention",
    ),
)
_SAFETY_AND_DOSE = (
    Check(
        "C21",
        "an item does not go with a reported pain, or with the runner's age",
        rules=("pains_are_respected", "exercises_suit_the_age"),
        basis="each pain names its sources in the catalog; mostly convention",
    ),
    Check(
        "C22",
        "a working muscle rests for less than its role's minimum, three lifts that load the "
        "spine follow each other, or a session bends the spine more than 60 times (soft)",
        rules=("rests_are_long_enough",),
        aims=("flexion_repeats_are_few",),
        basis="ACSM 2009, Singer 2024 (abstracts read); cut-offs: general knowledge and convention",
    ),
    Check(
        "C23",
        "repetitions, effort or a hold leave the bounds of level and role",
        rules=("doses_stay_in_bounds",),
        basis="ACSM 2009, Refalo 2023, Faigenbaum 2009 (abstracts read); bounds: convention",
    ),
    Check(
        "C24",
        "load, sets or new exercises rise too fast, or a lighter week is overdue",
        basis="ACSM 2009, Rogerson 2024 (abstracts read)",
        later="the whole check",
    ),
    Check(
        "C25",
        "a session holds two rungs of one ladder or too many rows of one pattern, the week a row "
        "too often, or the slots for hip, calf and core stay empty",
        rules=(
            "one_rung_of_a_ladder_a_session",
            "two_exercises_of_a_pattern_a_session",
            "exercise_repeats_are_capped",
        ),
        aims=("runner_slots_are_filled",),
        basis="Leppanen 2024 (abstract read) for hip and core; else convention",
    ),
)

CHECKS: tuple[Check, ...] = (
    *_TIME_AND_ACCESS,
    *_COVER,
    *_LANDINGS_AND_RUNS,
    *_SAFETY_AND_DOSE,
)
"""The 25 checks in their order."""


def broken_rules(check: Check, verification: Verification) -> tuple[Violation, ...]:
    """What the verifier found about a check's hard rules."""
    return tuple(found for found in verification.violations if found.rule in check.rules)


def missed_aims(check: Check, problem: Problem, plan: Plan) -> tuple[str, ...]:
    """A check's aims that the plan does not meet in full."""
    return tuple(
        aim.id
        for aim in every_aim()
        if aim.id in check.aims
        and problem.settings_of(aim.settings).enabled
        and aim.measure(problem, plan) > 0
    )


def failed_checks(
    problem: Problem, plan: Plan, verification: Verification, checks: Iterable[Check] = CHECKS
) -> tuple[str, ...]:
    """Ids of the checks that a plan fails, by a hard rule or by an aim."""
    return tuple(
        check.id
        for check in checks
        if broken_rules(check, verification) or missed_aims(check, problem, plan)
    )
