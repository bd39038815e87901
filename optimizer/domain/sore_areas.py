"""What reported pains and conditions change besides the exercises that they exclude.

The gate of scores is convention, stricter than the pain monitoring of Silbernagel 2007, which
allows up to 5 of 10: up to 3 the work is kept, at 4 and 5 it is halved and done without a load
where it can be, above 5 it is left out and a professional should look. A report without a
score counts as one up to 3.
"""

from __future__ import annotations

from optimizer.domain.catalog import Catalog, Pain
from optimizer.domain.dosing.dose import tempo_seconds
from optimizer.domain.exercise import Exercise, Tempo
from optimizer.domain.scenario import Athlete

HALVED_FROM_SCORE = 4
RESTED_ABOVE_SCORE = 5


def _muscles(athlete: Athlete, catalog: Catalog, lowest: int, highest: int) -> frozenset[str]:
    return frozenset(
        muscle
        for report in athlete.reports
        if report.score is not None and lowest <= report.score <= highest
        for muscle in catalog.pain_by_id[report.id].muscles
    )


def rested_muscles(athlete: Athlete, catalog: Catalog) -> frozenset[str]:
    """Muscles of sore areas that nothing may train directly."""
    return _muscles(athlete, catalog, RESTED_ABOVE_SCORE + 1, 10)


def eased_muscles(athlete: Athlete, catalog: Catalog) -> frozenset[str]:
    """Muscles of sore areas that are trained half as much."""
    eased = _muscles(athlete, catalog, HALVED_FROM_SCORE, RESTED_ABOVE_SCORE)
    return eased - rested_muscles(athlete, catalog)


def reported(athlete: Athlete, catalog: Catalog) -> tuple[Pain, ...]:
    """The pains and conditions that the athlete has now, in the scenario's order."""
    return tuple(catalog.pain_by_id[report.id] for report in athlete.reports)


def keeps_out(pain: Pain, exercise: Exercise) -> bool:
    """Whether a pain excludes an exercise at any score."""
    if pain.id in exercise.avoid_with or set(pain.avoid_flags) & set(exercise.flags):
        return True
    return pain.avoid_impact and exercise.impact != "none"


def pain_against(exercise: Exercise, athlete: Athlete, catalog: Catalog) -> str | None:
    """The report that speaks against an exercise, with its gate where that is the reason."""
    for report in athlete.reports:
        pain = catalog.pain_by_id[report.id]
        if keeps_out(pain, exercise):
            return pain.id
        is_strong = report.score is not None and report.score > RESTED_ABOVE_SCORE
        if is_strong and exercise.is_work and set(pain.muscles) & set(exercise.muscles.direct):
            return f"{pain.id} above {RESTED_ABOVE_SCORE} of 10"
    return None


def light_loads_only(athlete: Athlete, catalog: Catalog) -> bool:
    """Whether a condition keeps every load light."""
    return any(pain.light_loads for pain in reported(athlete, catalog))


def calf_tempo(athlete: Athlete, catalog: Catalog) -> Tempo | None:
    """The pace of calf raises that a pain asks for; the slowest where several do."""
    tempos = [pain.calf_tempo for pain in reported(athlete, catalog) if pain.calf_tempo]
    return max(tempos, key=tempo_seconds, default=None)
