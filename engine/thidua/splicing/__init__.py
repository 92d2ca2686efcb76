"""YAML text changed where it stands: only the characters concerned, so that comments and all other lines stay.

``edits`` replaces characters at a line and column; ``spans`` says where each node of a file begins and ends;
``splices`` replaces, inserts and removes whole values, entries and items; ``scalars`` writes a text so that it is read
back.
"""
