"""Tests of audits, mends and what else is asked around a plan."""
