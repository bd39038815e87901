"""What stands around the work of a session: preparation, rolling, cool-down."""
