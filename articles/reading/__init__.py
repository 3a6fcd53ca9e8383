"""What a reader asks of the library: what the others say about a passage, and what is new."""
