"""Reads rosters of athletes from YAML, CSV and XLSX."""
