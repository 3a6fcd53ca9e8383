"""Annotations of many articles to links: entities, events, and how reports stand to each other."""
