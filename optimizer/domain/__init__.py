"""What exists: exercises, athletes, weeks, problems and plans; no solver, no files."""
