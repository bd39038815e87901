"""Says what equipment is worth, alone, in pairs and for a budget."""
