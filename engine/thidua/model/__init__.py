"""What the files say once they are read: frozen dataclasses in English, exact numbers, no text left to parse."""
