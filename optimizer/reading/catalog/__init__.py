"""Reads the catalog and lints it."""
