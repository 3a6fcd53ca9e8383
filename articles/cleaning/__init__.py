"""Raw document to article: the text without the web page around it, every dropped line with its reason."""
