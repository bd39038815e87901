"""Changes of a problem whose effect on the answer is known beforehand."""
