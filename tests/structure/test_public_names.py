"""The names that ``import optimizer`` offers are what they say, whatever was used before."""

from __future__ import annotations

import subprocess
import sys

import pytest

import optimizer

ORDERS = [
    "from optimizer import solve; import optimizer; assert callable(optimizer.solve)",
    "import optimizer as o; o.read_catalog(); from optimizer import solve; assert callable(solve)",
    "import optimizer.solve.limits; from optimizer import solve; assert callable(solve)",
]


@pytest.mark.parametrize("statements", ORDERS)
def test_solve_is_the_function(statements: str) -> None:
    """The subpackage of the same name never takes the function's place."""
    done = subprocess.run([sys.executable, "-c", statements], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("name", optimizer.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """Each name can be loaded from its home and is no module."""
    assert type(getattr(optimizer, name)).__name__ != "module"
