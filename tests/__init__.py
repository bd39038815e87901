"""Tests of Triplane."""
