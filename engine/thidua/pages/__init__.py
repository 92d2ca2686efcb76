"""Pages for a browser: one file each that needs nothing else, made of the same words as every other report.

Templates and style are in ``templates``; pictures are drawn as SVG inside the page. Nothing here computes points.
"""
