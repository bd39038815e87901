"""What several outputs share: words for doses, clocks, coverage, proof and provenance."""
