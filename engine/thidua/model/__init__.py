"""What the files say once they are read: frozen Structs in English, exact numbers, no text left to parse."""
