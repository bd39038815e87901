"""Rules that one exercise keeps by itself, beyond the types of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from optimizer.domain.dosing.dose import tempo_seconds
from optimizer.domain.exercise import LEVELS, Exercise, Level
from optimizer.errors import Complaint

RepsOf = Callable[[Exercise, Level], int | None]
_PLACEHOLDERS = ("TODO", "FIXME", "XXX")


def row_findings(exercise: Exercise, reps_of: RepsOf) -> Iterator[Complaint]:
    """Everything that is wrong with one valid record."""
    for check in (_dose, _work, _sides, _impact, _texts, _stated):
        for message, hint in check(exercise):
            yield Complaint("catalog-lint", f"{exercise.id}: {message}", hint=hint)
    for message, hint in _whole_seconds(exercise, reps_of):
        yield Complaint("catalog-lint", f"{exercise.id}: {message}", hint=hint)


Finding = tuple[str, str]


def _dose(exercise: Exercise) -> Iterator[Finding]:
    dose, seconds_per_rep = exercise.dose, exercise.timing.seconds_per_rep
    if seconds_per_rep is None and dose.hold_seconds is None:
        yield "neither seconds_per_rep nor dose.hold_seconds is given", "give one of the two"
    if seconds_per_rep is not None and dose.hold_seconds is not None:
        yield "both seconds_per_rep and dose.hold_seconds are given", "keep one of the two"
    if dose.reps is not None and dose.hold_seconds is not None:
        yield "dose has both reps and hold_seconds", "keep one of the two"
    for name, numbers in (("reps", dose.reps), ("hold_seconds", dose.hold_seconds)):
        if numbers is None:
            continue
        if set(numbers) != set(LEVELS):
            yield f"dose.{name} does not name every level", f"give {', '.join(LEVELS)}"
        if any(number < 1 for number in numbers.values()):
            yield f"dose.{name} holds a number below 1", "give at least 1"
    if dose.sets is not None and not 1 <= dose.sets[0] <= dose.sets[1]:
        yield "dose.sets is not a range", "give the lowest, then the highest number of sets"
    if dose.tempo is not None and tempo_seconds(dose.tempo) != seconds_per_rep:
        yield f"dose.tempo {dose.tempo} does not take seconds_per_rep", "make the two agree"


def _work(exercise: Exercise) -> Iterator[Finding]:
    direct, indirect = exercise.muscles.direct, exercise.muscles.indirect
    if exercise.is_work and not direct:
        yield "trains no muscle directly", "name the muscle it is done for"
    both = sorted(set(direct) & set(indirect))
    if both:
        yield f"{', '.join(both)} is both direct and indirect", "keep it in one of the two"
    for name, values in (("muscles.direct", direct), ("muscles.indirect", indirect)):
        if len(set(values)) != len(values):
            yield f"{name} names a muscle twice", "delete one of the two"


def _sides(exercise: Exercise) -> Iterator[Finding]:
    if exercise.laterality == "unilateral" and exercise.side_mode == "bilateral":
        yield "is unilateral, but its side_mode is bilateral", "give a side_mode with sides"
    if exercise.laterality == "bilateral" and exercise.side_mode != "bilateral":
        yield f"is bilateral, but its side_mode is {exercise.side_mode}", "make the two agree"


def _impact(exercise: Exercise) -> Iterator[Finding]:
    lands, contacts = exercise.impact != "none", exercise.contacts_per_rep
    if lands and contacts == 0:
        yield f"its impact is {exercise.impact}, but it has no contacts_per_rep", "count landings"
    if not lands and contacts > 0:
        yield f"has {contacts} contacts_per_rep, but its impact is none", "state the impact"


def _texts(exercise: Exercise) -> Iterator[Finding]:
    sentences = [("why", exercise.why)]
    sentences += [(f"cue {number}", text) for number, text in enumerate(exercise.cues, 1)]
    sentences += [(f"caution {number}", text) for number, text in enumerate(exercise.cautions, 1)]
    for name, text in sentences:
        if not text.endswith("."):
            yield f"{name} does not end with a full stop", "end the sentence"
    for name, text in (
        *sentences,
        ("name", exercise.name),
        *(("alias", a) for a in exercise.aliases),
    ):
        if any(word in text for word in _PLACEHOLDERS):
            yield f"{name} holds a placeholder", "write the text"


def _stated(exercise: Exercise) -> Iterator[Finding]:
    fields = type(exercise).model_fields
    for name in exercise.stated:
        if name not in fields:
            yield f"`stated` names {name}, which is no field", "name fields of the record"


def _whole_seconds(exercise: Exercise, reps_of: RepsOf) -> Iterator[Finding]:
    seconds_per_rep = exercise.timing.seconds_per_rep
    if seconds_per_rep is None:
        return
    for level in LEVELS:
        if exercise.dose.reps is not None and level not in exercise.dose.reps:
            continue
        reps = reps_of(exercise, level)
        if reps is not None and not (reps * seconds_per_rep).is_integer():
            seconds = f"{reps} x {seconds_per_rep:g} s"
            yield f"one set at level {level} takes {seconds}, which is not whole", "change one"
