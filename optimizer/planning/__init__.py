"""One question, one answer: reading, solving and verifying composed."""
