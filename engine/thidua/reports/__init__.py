"""What is shown: tables, JSON, CSV, explanations, all made from one scored result."""
