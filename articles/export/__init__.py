"""Articles, notes, tags, names, events and links in formats that other programs read; one file a format."""
