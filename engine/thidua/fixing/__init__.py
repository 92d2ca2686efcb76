"""Mechanical mistakes put right in the file itself: the characters concerned and nothing else.

What is put right changes no meaning: the data that a file gives stay the same, or the file could not be read before.
``text`` says how one text is mended, ``files`` which files and how they are written.
"""

from thidua.fixing.files import Fixed, fix

__all__ = ["Fixed", "fix"]
