"""Checks, mends, changes and follows up plans that are there already."""
