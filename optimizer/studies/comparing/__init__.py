"""Compares weeks under different equipment, and whole scenarios."""
