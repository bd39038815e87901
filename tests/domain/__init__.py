"""Tests of what exists: seasons, populations, doses and loads."""
