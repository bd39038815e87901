"""Benchmarks: run as modules; no test depends on them."""
