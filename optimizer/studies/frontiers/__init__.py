"""Says what more minutes or more sessions buy."""
