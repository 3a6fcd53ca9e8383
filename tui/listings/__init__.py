"""What the command line prints: plain text for people and JSON for programs, one subject a module.

Every subject has a function that gives its text and one that gives its JSON. Texts end with a newline and hold no
control characters; JSON is made of dictionaries, lists, strings, numbers, booleans and None.
"""
