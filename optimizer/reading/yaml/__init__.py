"""Reads YAML into plain values with their positions."""
