"""The command line: one file per command, a thin layer on the package."""
