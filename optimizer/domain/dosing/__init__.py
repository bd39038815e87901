"""How much: doses, loads, seasons, seconds."""
