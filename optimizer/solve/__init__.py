"""Builds and solves the models: week layer, day layer, the loop between them, and explanations."""
