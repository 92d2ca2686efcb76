"""What workbooks and Word files have in common: a zip of unknown origin that holds XML, read without trust."""
