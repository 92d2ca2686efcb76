"""The command line of thidua: it imports the library, never the reverse. Start at ``main``."""
