"""What the library holds, as text for other programs: notes, tables, lines of JSON, annotations, references.

One module a format. They make text out of the library's values; only `folder` writes it to files.
"""
