"""What travels between processes arrives as it was sent."""

from __future__ import annotations

import pickle
from pathlib import Path

from optimizer.errors import Complaint, InputError, InternalError, Position
from optimizer.team.failures import complaints_of, death
from optimizer.team.folder import ResultFolder
from optimizer.team.ledger import Ledger
from tests.team.teams import canned, runners
from tests.team.test_batch import ONCE

ROW = Position("team.csv", 3, 1)


def test_errors_keep_their_complaints() -> None:
    """Codes and hints survive."""
    one = Complaint("worker-differs", "other", "why", "hint", ROW, ("week", 1))
    for error in (InputError(one, Complaint("bad-argument", "x")), InternalError("a bug")):
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert again.complaints == error.complaints
        assert str(again) == str(error)


def test_complaints_get_the_place_of_the_row() -> None:
    """Where they have none of their own."""
    own = Complaint("bad-argument", "x", position=Position("week.yaml", 1, 1))
    bare = Complaint("bad-argument", "y")
    assert complaints_of(InputError(own, bare), ROW) == (own, bare.at(ROW))
    assert complaints_of(MemoryError(), ROW)[0].position == ROW


def test_deaths_in_words() -> None:
    """Signals by name, where they have one."""
    assert "SIGABRT" in str(death(-6))
    assert "by 250" in str(death(-250))
    assert "exit code 3" in str(death(3))


def test_tasks_and_answers(tmp_path: Path) -> None:
    """They can be pickled, and a task is small."""
    ledger = Ledger(runners(1), ResultFolder(tmp_path, ()), ONCE)
    ledger.settle_what_is_known()
    task = ledger.agenda.next_task()
    assert task is not None
    assert pickle.loads(pickle.dumps(task)) == task
    answer = canned(task)
    assert pickle.loads(pickle.dumps(answer)) == answer
    assert len(pickle.dumps(task)) < 5_000
