"""The domain: from a saved page to a cross-referenced article. Knows nothing of the screen."""
