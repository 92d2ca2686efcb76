"""Numbers as Vietnamese officials write them: ``reading`` takes them in exactly, ``writing`` puts them out."""
