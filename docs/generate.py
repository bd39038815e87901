"""Writes the tables that the code and the catalog know best, so that no page repeats them.

Run by ``conf.py`` at every build, or by hand: ``python docs/generate.py``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))

from optimizer.constraints import every_rule  # noqa: E402
from optimizer.domain.catalog import Catalog  # noqa: E402
from optimizer.domain.exercise import Exercise  # noqa: E402
from optimizer.domain.rule import Aim, Rule  # noqa: E402
from optimizer.domain.tiers import TIERS  # noqa: E402
from optimizer.errors import ERROR_CODES  # noqa: E402
from optimizer.objectives import every_aim  # noqa: E402
from optimizer.planning.reasoning.reason_codes import REASON_CODES  # noqa: E402
from optimizer.planning.repairs.costs import TABLE  # noqa: E402
from optimizer.reading.catalog.reader import read_catalog  # noqa: E402
from optimizer.verify.checks import CHECKS, Check  # noqa: E402

NOTHING = "-"
READ = {
    "abstract": "abstract read",
    "summary": "summary read",
    "general_knowledge": "general knowledge",
    "full_text": "full text read",
}


def cell(value: object) -> str:
    """Return a value as text that cannot break a table or start markup."""
    text = " ".join(str(value).split())
    for sign in ("\\", "|", "*", "_", "`", "<", "[", "$"):
        text = text.replace(sign, f"\\{sign}")
    return text or NOTHING


def code(value: object) -> str:
    """Return a value as code; for ids and defaults."""
    return f"`{value}`".replace("|", "\\|")


def table(headers: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table of cells that are safe already."""
    heads = list(headers)
    lines = [heads, ["---"] * len(heads), *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def listed(values: Iterable[object]) -> str:
    """Join values in one cell."""
    return cell(", ".join(map(str, values)))


def errors() -> str:
    """List every error code and what it means."""
    rows = ([code(name), cell(meaning)] for name, meaning in sorted(ERROR_CODES.items()))
    return table(("code", "meaning"), rows)


def repair_costs() -> str:
    """List what each sort of change costs in the ranking of repairs."""
    return table(("points", "for"), ([str(points), text] for _, points, text in TABLE))


def reasons() -> str:
    """List every code of a reason and what it means."""
    rows = ([code(name), meaning] for name, meaning in REASON_CODES.items())
    return table(("code", "meaning"), rows)


def settings_of(member: Rule | Aim) -> str:
    """List the settings of a rule or an aim with their defaults."""
    fields = member.settings.model_fields.items()
    shown = [
        f"{code(name)} = {code(field.get_default(call_default_factory=True))}"
        for name, field in fields
        if name != "enabled"
    ]
    return ", ".join(shown).replace("`None`", "by level") or NOTHING


def _members(members: Iterable[Rule | Aim], folder: str, extra: Callable[[Any], str]) -> str:
    rows = (
        [
            f"[{code(member.id)}]({folder}/{member.id}.md)",
            cell(member.statement),
            extra(member),
            settings_of(member),
        ]
        for member in members
    )
    return table(("id", "statement", "kind", "settings and defaults"), rows)


def _kind(rule: Rule) -> str:
    parts = [rule.kind, "filter" if rule.bars else "", "relaxation" if rule.relax else ""]
    return ", ".join(part for part in parts if part)


def constraints() -> str:
    """List every rule with its statement, kind and settings."""
    return _members(every_rule(), "constraints", _kind)


def objectives() -> str:
    """List every aim with its statement, tier and settings."""
    order = [tier.id for tier in TIERS]
    aims = sorted(every_aim(), key=lambda aim: (order.index(aim.tier), aim.id))
    return _members(aims, "objectives", lambda aim: f"tier {aim.tier}")


def _check_cells(check: Check) -> list[str]:
    members = [("constraints", rule) for rule in check.rules]
    members += [("objectives", aim) for aim in check.aims]
    links = [f"[{code(member)}]({room}/{member}.md)" for room, member in members]
    tests = [code(f"tests/{room}/test_{member}.py") for room, member in members]
    left = f"; left for the block: {check.later}" if check.later else ""
    return [
        check.id,
        cell(check.fails_if + left),
        check.kind,
        "<br>".join(links) or NOTHING,
        "<br>".join(tests) or NOTHING,
        cell(check.basis),
    ]


def checks() -> str:
    """List every check with the rules and aims that hold it, their tests and its source."""
    heads = ("check", "fails if", "kind", "rules and aims", "tests", "evidence")
    return table(heads, map(_check_cells, CHECKS))


def other_rules() -> str:
    """List the rules that no check asks for."""
    asked = {rule for check in CHECKS for rule in check.rules}
    rows = (
        [f"[{code(rule.id)}](constraints/{rule.id}.md)", cell(rule.statement)]
        for rule in every_rule()
        if rule.id not in asked
    )
    return table(("rule", "statement"), rows)


def tiers() -> str:
    """List the tiers in their order with their aims."""

    def row(number: int, tier: Any) -> list[str]:
        aims = [aim.id for aim in every_aim() if aim.tier == tier.id]
        links = ", ".join(f"[{code(aim)}](objectives/{aim}.md)" for aim in aims)
        tolerance = tier.tolerance_per_session
        return [
            str(number),
            code(tier.id),
            cell(tier.name),
            cell(tier.unit),
            tier.scope,
            f"{tolerance} a session" if tolerance else NOTHING,
            links or "order of the catalog",
        ]

    heads = ("step", "id", "what it measures", "unit", "proved among", "tolerance", "aims")
    return table(heads, (row(number, tier) for number, tier in enumerate(TIERS, start=1)))


def _things(counts: Mapping[str, int]) -> list[str]:
    """Return items in words, with their count where it is not one."""
    words = {item: item.replace("_", " ") for item in counts}
    return [
        words[item] if count == 1 else f"{count} {words[item]}" for item, count in counts.items()
    ]


def _needs(exercise: Exercise) -> str:
    ways = (" + ".join(_things(alternative)) or "nothing" for alternative in exercise.equipment)
    return cell(" or ".join(ways))


def _planes(exercise: Exercise) -> str:
    moves = [f"moves {plane}" for plane in exercise.planes.motion]
    resists = [f"resists {plane}" for plane in exercise.planes.resisted]
    return listed(moves + resists)


def _muscles(exercise: Exercise) -> str:
    worked = exercise.muscles
    direct = [muscle.replace("_", " ") for muscle in worked.direct]
    indirect = [f"({muscle.replace('_', ' ')})" for muscle in worked.indirect]
    return listed(direct + indirect)


def exercises(catalog: Catalog) -> str:
    """List every exercise, by its primary pattern."""
    heads = ("id", "name", "role", "planes", "muscles", "needs", "difficulty", "why", "sources")
    parts = []
    for pattern in catalog.patterns:
        rows = [row for row in catalog.exercises if row.pattern.primary == pattern.id]
        if rows:
            body = table(heads, map(_exercise_cells, rows))
            parts.append(f"### {cell(pattern.name[:1].upper() + pattern.name[1:])}\n\n{body}")
    return "\n".join(parts)


def _exercise_cells(row: Exercise) -> list[str]:
    return [
        code(row.id),
        cell(row.name),
        cell(row.role.replace("_", " ")),
        _planes(row),
        _muscles(row),
        _needs(row),
        str(row.difficulty),
        cell(row.why),
        " ".join(map(code, row.sources)),
    ]


def muscles(catalog: Catalog) -> str:
    """List every muscle with its tier and area."""
    rows = (
        [code(one.id), cell(one.name), str(one.tier), cell(one.area)] for one in catalog.muscles
    )
    return table(("id", "name", "tier", "area"), rows)


def equipment(catalog: Catalog) -> str:
    """List every thing that an exercise may need."""
    rows = (
        [
            code(item.id),
            cell(item.name),
            ("everywhere, loose" if item.loose else "everywhere") if item.fixture else NOTHING,
            "yes" if item.load else NOTHING,
            " ".join(map(code, item.stand_ins)) or NOTHING,
        ]
        for item in catalog.equipment
    )
    return table(("id", "name", "fixture", "adds load", "stand-ins"), rows)


def kits(catalog: Catalog) -> str:
    """List every kit and what it holds."""
    rows = ([code(kit.id), cell(kit.name), listed(_things(kit.holds))] for kit in catalog.kits)
    return table(("id", "name", "holds"), rows)


def pains(catalog: Catalog) -> str:
    """List every pain that a scenario may report."""
    rows = (
        [
            code(pain.id),
            cell(pain.name),
            "yes" if pain.avoid_impact else NOTHING,
            listed(flag.replace("_", " ") for flag in pain.avoid_flags),
            cell(pain.refer),
            " ".join(map(code, pain.sources)) or NOTHING,
        ]
        for pain in catalog.pains
    )
    heads = ("id", "name", "no impact", "flags avoided", "when to see a professional", "sources")
    return table(heads, rows)


def patterns(catalog: Catalog) -> str:
    """List the pattern groups that rules and aims speak of."""
    rows = (
        [code(group.id), cell(group.name), " ".join(map(code, group.patterns))]
        for group in catalog.pattern_groups
    )
    return table(("group", "name", "patterns"), rows)


def sources(catalog: Catalog) -> str:
    """List every source with what was read of it."""
    rows = (
        [
            code(source.id),
            cell(source.authors),
            str(source.year or NOTHING),
            f"[{cell(source.title)}]({source.link})" if source.link else cell(source.title),
            cell(source.kind.replace("_", " ")),
            READ[source.read],
            cell(source.note or ""),
        ]
        for source in catalog.sources
    )
    heads = ("id", "authors", "year", "title", "kind", "read", "note")
    return table(heads, rows)


def pages() -> Iterator[tuple[str, str]]:
    """Yield name and text of every generated table."""
    yield from (
        ("errors", errors()),
        ("reasons", reasons()),
        ("repair_costs", repair_costs()),
        ("constraints", constraints()),
        ("objectives", objectives()),
        ("tiers", tiers()),
        ("checks", checks()),
        ("other_rules", other_rules()),
    )
    catalog = read_catalog()
    about_catalog = (exercises, muscles, equipment, kits, pains, patterns, sources)
    for make in about_catalog:
        yield make.__name__, make(catalog)
    counts = f"{len(catalog.exercises)} exercises, {len(catalog.muscles)} muscles, "
    yield "counts", f"{counts}{len(catalog.kits)} kits, {len(catalog.sources)} sources.\n"


def write_all(folder: Path) -> None:
    """Write every table as a Markdown file of the folder; unchanged files are left alone."""
    folder.mkdir(exist_ok=True)
    for name, text in pages():
        path = folder / f"{name}.md"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_all(DOCS / "_generated")
    print(f"wrote {DOCS / '_generated'}")
