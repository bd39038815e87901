"""Each aim, with values worked out by hand."""
