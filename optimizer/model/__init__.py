"""The vocabulary for posting: decisions and scopes. Owns the OR-Tools types."""
