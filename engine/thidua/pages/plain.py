"""A page of a report that has no pictures and nothing side by side."""

from thidua.pages.rendering import render
from thidua.reports.page import Page


def page_html(page: Page) -> str:
    """The whole page; ends with a line break."""
    return render("plain.html.j2", page.notices, page.title, facts=page.facts, blocks=page.blocks)
