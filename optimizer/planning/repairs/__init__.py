"""Finds the cheapest changes that give a scenario a plan."""
