"""The worth of an exercise as a page of text."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.cli.pages.changes_page import changes_table
from optimizer.cli.pages.study_words import (
    COST_HEADERS,
    amount,
    cost_rows,
    coverage_told,
    named,
    sessions_told,
    sets_told,
    told,
)
from optimizer.domain.catalog import Catalog
from optimizer.domain.plan import Plan
from optimizer.export.parts.grid import grid, paragraph, underlined
from optimizer.export.parts.impossible import conflict_tables
from optimizer.export.parts.names import group_name, words
from optimizer.studies.why import Why


def why_page(why: Why, catalog: Catalog) -> str:
    """Where the exercise stands, what forcing it costs, and what changes with it."""
    parts = [
        underlined(named(catalog, why.exercise)),
        *_standing(why),
        *_gates(why),
        *_verdict(why, catalog),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _standing(why: Why) -> Iterator[str]:
    """Where the best week holds it, and why."""
    if why.status == "infeasible":
        text = "The scenario itself has no plan, so there is nothing to compare."
        yield paragraph(f"{text} `triplane explain` says what clashes, and what would mend it.")
        return
    if not why.planned:
        if why.forced is not None:
            yield paragraph("It is not in the best week.")
        return
    lines = []
    for place in why.planned:
        sets = sets_told(place.sets) or "as a drill of preparation or cool-down"
        reasons = "; ".join(reason.text for reason in place.reasons)
        because = f": {reasons}" if reasons else ""
        lines.append(paragraph(f"session {place.session}, {sets}{because}.", bullet="- "))
    pinned = " You ask for it in the scenario." if why.pinned else ""
    yield "\n".join([paragraph(f"It is in the best week.{pinned}"), *lines])


def _gates(why: Why) -> Iterator[str]:
    """What keeps it out of sessions."""
    if not why.gates:
        return
    title = (
        "No session can hold it. What keeps it out:"
        if why.verdict == "filtered"
        else "Not every session can hold it:"
    )
    lines = []
    for gate in why.gates:
        opens = f". To open this: {gate.opens}" if gate.opens else ""
        where = sessions_told(gate.sessions)
        lines.append(
            paragraph(f"{words(gate.filter)} ({where}): {gate.because}{opens}.", bullet="- ")
        )
    also = [] if len(why.gates) < 2 or why.verdict != "filtered" else [ALL_OF_THEM]
    yield "\n".join([title, *lines, *also])


ALL_OF_THEM = "A session can hold it only when all that keeps it out of that session is gone."


def _verdict(why: Why, catalog: Catalog) -> Iterator[str]:
    if why.status == "unknown":
        yield paragraph(f"No answer in time ({why.stopped_by}); give more with --seconds.")
    elif why.verdict == "impossible":
        how = "No week that keeps the rules can do without it." if why.forced == "out" else CANNOT
        yield paragraph(how)
        yield _conflict(why)
    elif why.forced is not None:
        if why.lost_demands:
            groups = " and ".join(group_name(catalog, one) for one in why.lost_demands)
            yield paragraph(
                f"It alone can serve a demand here: {groups}. Without it the week drops that "
                "demand, and what follows compares weeks of different worth."
            )
        yield paragraph(_judgement(why))
        table = grid(COST_HEADERS, cost_rows(why.tiers), right=(1, 2, 3, 4, 5), widths={6: 24})
        yield f"{table}\n{paragraph(LEGEND)}"
        yield _changes(why, catalog)
        yield paragraph(f"To have it so: {why.keep_it_so}.")


LEGEND = (
    "Less is better. Best: the best week; Forced: the best week "
    "with the exercise forced in or out. A change up to the number under Up to means little; "
    "taste decides only between weeks that are otherwise as good. Shown: the week below, as near "
    "to the best one as was found."
)
CANNOT = "No week that keeps the rules can hold it."


def _judgement(why: Why) -> str:
    """The verdict in a sentence, with what is proved."""
    how = "Without it" if why.forced == "out" else "With it"
    first = why.deciding
    if first is None:
        longer = next((cost for cost in why.tiers if cost.id == "minutes" and cost.cost), None)
        time = f" It is {told(longer)}, which is within the tolerance." if longer else ""
        text = f"{how} the best week is as good: no aim that is proved over all plans changes "
        text += f"by more than its tolerance.{time}{_taste(why)}"
    elif why.verdict == "as good":
        paid = next((cost for cost in why.tiers if cost.cost > 0), None)
        text = f"{how} the best week is as good, by another trade: {told(first)}"
        text += f", for {told(paid)}, which is within the tolerance." if paid else "."
    else:
        text = f"{how} the best week is {told(first)}"
        text += f", from {amount(first, first.before)} to {amount(first, first.after)}."
        if first.bound is not None and first.bound > first.before and first.cost > 0:
            text += f" No such week is under {amount(first, first.bound)}: that is proved."
    if not why.proved:
        text += " Not everything was proved in the time given; more --seconds may change this."
    return text


def _taste(why: Why) -> str:
    """Why the planner preferred the other week where both are as good."""
    finer = next((cost for cost in why.tiers if cost.scope == "this week" and cost.cost), None)
    if finer is None or finer.cost < 0:
        return ""
    return f" The planner leaves it so for a finer aim: else it is {told(finer)}."


def _changes(why: Why, catalog: Catalog) -> str:
    """What is different in the nearest such week."""
    table = changes_table(why.changes, catalog, with_kept=False)
    if not table:
        return "Exercises and sets stay as they are; only drills change."
    more = coverage_told(catalog, why.coverage, lost=False)
    less = coverage_told(catalog, why.coverage, lost=True)
    lines = [paragraph(f"Weekly sets or credit, more: {more}.")] if more else []
    lines += [paragraph(f"Weekly sets or credit, less: {less}.")] if less else []
    return "\n".join(["What changes in the week that is shown:", table, *lines])


def _conflict(why: Why) -> str:
    if not why.conflict:
        return "Which demands clash was not found in time."
    return "\n\n".join(conflict_tables(Plan(conflict=why.conflict)))
