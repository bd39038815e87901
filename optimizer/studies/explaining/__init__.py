"""Says why there is no plan, or what shapes the one there is."""
