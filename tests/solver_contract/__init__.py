"""What the planner relies on in OR-Tools."""
