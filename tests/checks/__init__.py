"""The 25 checks of a coach: their table, plans written by hand, and every plan of the gallery."""
