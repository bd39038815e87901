"""Tiny problems against brute force; the direct model against the two layers."""
