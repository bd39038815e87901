"""From text to domain objects, with a position for every problem."""
