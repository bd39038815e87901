"""Reads plans that people wrote by hand."""
