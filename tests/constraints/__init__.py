"""Each hard rule, with a just legal and a just illegal plan worked out by hand."""
