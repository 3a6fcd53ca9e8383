"""The one SQLite file that holds everything. The only room that says SQL."""
