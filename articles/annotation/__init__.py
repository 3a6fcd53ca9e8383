"""Article to annotations: names, times, event mentions and who says so."""
