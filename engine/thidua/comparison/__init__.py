"""Two versions, or two results, side by side: what changed, and what the change does to the same dossiers."""
