"""From what a page shows to its HTML: every text that comes from a file is escaped."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_TEMPLATES = "templates"
_STYLE = "page.css"


def render(template: str, notices: Sequence[str], title: str, **shown: Any) -> str:
    """A whole page. ``notices``: what stands above everything, on every printed page too."""
    environment = _environment()
    style = Markup(_source(_STYLE))
    return environment.get_template(template).render(notices=notices, title=title, style=style, **shown)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("thidua.pages", _TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _source(name: str) -> str:
    loader = _environment().loader
    if loader is None:
        raise ValueError("the environment has templates")
    return loader.get_source(_environment(), name)[0]
