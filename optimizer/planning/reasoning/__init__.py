"""Says of every item why it is in the plan."""
