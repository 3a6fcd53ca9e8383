"""The terminal program: command line, screens, widgets, themes and keys over the domain in `articles`."""
