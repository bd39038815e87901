"""Weeks that are broken on purpose, one rule at a time: is each explained, and mended.

Run with ``python -m benchmarks.broken [RULE ...]``; without a rule every one of them. Each file
of ``broken_rules`` takes a scenario of the gallery, sets it up so that it still has a plan, and
breaks one rule with the smallest edit, or says why no scenario can break it.

For each the conflict must hold the broken line, be minimal, and the first repair, written into
the file as it says, must give a plan. Seconds are those of the processor for the whole command.
"""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from tabulate import tabulate

from optimizer.constraints import every_rule

HERE = Path(__file__).parent
CASES = HERE / "broken_rules"
SCENARIOS = HERE.parent / "scenarios"
SECONDS_MOST = 5.0
"""Processor seconds of one explanation."""
IMPORT = (sys.executable, "-c", "from ortools.sat.python import cp_model")
"""What the seconds compare with: busy machines take longer for both."""


@dataclass(frozen=True)
class Answer:
    """What a command answered: its exit code, its document and its processor seconds."""

    code: int
    document: dict[str, Any]
    seconds: float


@dataclass(frozen=True)
class Finding:
    """What came of a broken week."""

    faults: tuple[str, ...]
    seconds: float
    lines: int = 0
    repair: str = ""


def cases(rules: Sequence[str] = ()) -> dict[str, dict[str, Any]]:
    """The broken weeks by rule."""
    reader = YAML(typ="safe")
    every = {path.stem: reader.load(path) for path in sorted(CASES.glob("*.yaml"))}
    return {rule: case for rule, case in every.items() if not rules or rule in rules}


def edited(text: str, edits: Sequence[Mapping[str, Any]]) -> str:
    """A scenario's text with other values at dotted paths; null takes an entry out.

    All else keeps its line. Entries of lists are found by their ids or numbers; those that are
    taken out go last, from the end.
    """
    writer = _writer()
    document = writer.load(text)
    given = [edit for edit in edits if edit["value"] is not None]
    taken = [edit for edit in edits if edit["value"] is None]
    for edit in given:
        holder, last = _holder(document, edit["path"])
        holder[last] = edit["value"]
    for edit in sorted(taken, key=lambda one: _sorted_by(one["path"]), reverse=True):
        holder, last = _holder(document, edit["path"])
        del holder[last]
    stream = io.StringIO()
    writer.dump(document, stream)
    return stream.getvalue()


def _writer() -> YAML:
    """Reads and writes YAML so that layout, quotes and comments stay."""
    writer = YAML()
    writer.preserve_quotes = True
    writer.width = 10_000
    writer.indent(mapping=2, sequence=4, offset=2)
    return writer


def stands_at(text: str, path: str, line: int) -> bool:
    """Whether a line holds the value at a path, or one of the path's last keys."""
    holder, last = _holder(_writer().load(text), path)
    written = text.splitlines()[line - 1]
    return any(word in written for word in (*path.split(".")[-3:], str(holder[last])))


def _sorted_by(path: str) -> list[str]:
    return [step.zfill(6) if step.isdigit() else step for step in path.split(".")]


def _holder(document: Any, path: str) -> tuple[Any, str | int]:
    *steps, last = path.split(".")
    for step in steps:
        if isinstance(document, list):
            document = document[_number(document, step)]
        else:
            if step not in document:
                document[step] = {}
            document = document[step]
    return document, _number(document, last) if isinstance(document, list) else last


def _number(entries: list[Any], step: str) -> int:
    ids = [entry.get("id") if isinstance(entry, dict) else entry for entry in entries]
    return ids.index(step) if step in ids else int(step)


def broken(case: Mapping[str, Any]) -> tuple[str, str]:
    """The week that still has a plan, and the broken one."""
    path = SCENARIOS / f"{case['scenario']}.yaml"
    before = edited(path.read_text(encoding="utf-8"), case.get("setup", ()))
    return before, edited(before, case["break"])


def as_told(change: Mapping[str, Any]) -> dict[str, Any]:
    """The edit that the words of a change ask for: ``minutes: 42``, or ``remove …``."""
    if change["yaml"].startswith("remove "):
        return {"path": change["path"], "value": None}
    ((key, value),) = YAML(typ="safe").load(change["yaml"]).items()
    steps = change["path"].split(".")
    for start, step in enumerate(steps):
        if step == key and _leads(value, steps[start + 1 :]):
            return {"path": ".".join(steps[: start + 1]), "value": value}
    raise ValueError(f"{change['yaml']} does not write {change['path']}")


def _leads(value: Any, steps: Sequence[str]) -> bool:
    """Whether maps of a single key lead along the steps."""
    for step in steps:
        if not isinstance(value, dict) or list(value) != [step]:
            return False
        value = value[step]
    return True


def mended(text: str, repair: Mapping[str, Any]) -> str:
    """The text with a repair written into it as its changes say."""
    return edited(text, [as_told(change) for change in repair["changes"]])


def triplane(*arguments: str) -> Answer:
    """Run a command in a process of its own."""
    before = _spent()
    command = (sys.executable, "-m", "optimizer.cli.main", *arguments, "--format", "json")
    done = subprocess.run(command, check=False, capture_output=True, env=dict(os.environ))
    return Answer(done.returncode, json.loads(done.stdout), _spent() - before)


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def examined(rule: str, case: Mapping[str, Any], folder: Path) -> Finding:
    """Break a week and do what the explanation says."""
    before, after = broken(case)
    good, bad = folder / f"{rule}.before.yaml", folder / f"{rule}.yaml"
    good.write_text(before, encoding="utf-8")
    bad.write_text(after, encoding="utf-8")
    faults = [] if triplane("solve", str(good)).code == 0 else ["no plan before it was broken"]
    answer = triplane("explain", str(bad))
    if "refused" in case:
        return Finding((*faults, *_unlike(case, answer)), answer.seconds, 1, "refused unread")
    told = answer.document
    if told.get("status") != "infeasible":
        return Finding((*faults, f"status {told.get('status')}"), answer.seconds)
    faults += _misread(rule, case, told, after)
    if answer.seconds >= SECONDS_MOST:
        faults.append(f"{answer.seconds:.1f} s")
    repairs = told["repairs"]
    for number, repair in enumerate(repairs[:1]):
        mend = folder / f"{rule}.mended.{number}.yaml"
        mend.write_text(mended(after, repair), encoding="utf-8")
        if triplane("solve", str(mend)).code != 0:
            faults.append(f"no plan with: {repair['text']}")
    if not repairs:
        faults.append("no repair")
    text = repairs[0]["text"] if repairs else ""
    return Finding(tuple(faults), answer.seconds, len(told["conflict"]), text)


def _unlike(case: Mapping[str, Any], answer: Answer) -> Iterator[str]:
    """How a refusal differs from the expected one."""
    found = [(one["code"], one["line"]) for one in answer.document.get("errors", ())]
    if [code for code, _ in found] != [case["refused"]]:
        yield f"answered {answer.code} with {found}"


def _misread(rule: str, case: Mapping[str, Any], told: Mapping[str, Any], text: str) -> list[str]:
    """What the conflict of a broken week lacks."""
    conflict = told["conflict"]
    faults = []
    if rule not in {one["rule"] for one in conflict}:
        faults.append("the rule is not named")
    member = next((one for one in conflict if one["path"] == case["line"]), None)
    if member is None:
        faults.append(f"{case['line']} is not named")
    elif not stands_at(text, case["line"], member["line"]):
        faults.append(f"line {member['line']} is another one")
    if not told["conflict_is_minimal"]:
        faults.append("not minimal")
    return faults


def main() -> None:
    """Print one line for each rule; exit with 1 if any explanation falls short."""
    known = cases(sys.argv[1:])
    unknown = [rule.id for rule in every_rule() if not sys.argv[1:] and rule.id not in known]
    rows, failed = [(rule, "", "", "no case", "") for rule in unknown], bool(unknown)
    with tempfile.TemporaryDirectory() as folder:
        for rule, case in known.items():
            if "cannot" in case:
                rows.append((rule, "", "", "cannot be broken", case["cannot"]))
                continue
            found = examined(rule, case, Path(folder))
            print(rule, *found.faults, sep="; ", file=sys.stderr, flush=True)
            failed = failed or bool(found.faults)
            verdict = "; ".join(found.faults) or "mended"
            rows.append((rule, f"{found.seconds:.1f}", str(found.lines), verdict, found.repair))
    before = _spent()
    subprocess.run(IMPORT, check=True)
    print(f"importing the solver: {_spent() - before:.1f} s of the processor")
    headers = ("rule", "seconds", "lines", "verdict", "first repair")
    print(tabulate(rows, headers=headers, maxcolwidths=[None, None, None, 40, 60]))
    sys.exit(int(failed))


if __name__ == "__main__":
    main()
