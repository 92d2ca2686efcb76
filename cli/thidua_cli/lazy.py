"""A group whose commands are imported only when they are called."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

import click

from thidua_cli.streams import closed_output_told
from thidua_cli.vietnamese import VietnameseGroup


class Lazy(NamedTuple):
    """One row of the table: a command's name, where it stands (``module:attribute``), one Vietnamese line of help."""

    name: str
    target: str
    help: str


class LazyGroup(VietnameseGroup):
    """Help lists the table and imports nothing of it."""

    def __init__(self, *args: Any, table: Sequence[Lazy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = {row.name: row for row in table}
        if len(self.table) != len(table):
            raise ValueError("a command stands twice in the table")

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the table's order."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None where the table lacks it."""
        row = self.table.get(cmd_name)
        return _load(row) if row is not None else None

    def short_help_of(self, ctx: click.Context, name: str) -> str:
        """The table's line of help."""
        return self.table[name].help

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Parse; help pages are written here already."""
        with closed_output_told():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with closed_output_told():
            return super().invoke(ctx)


def _load(row: Lazy) -> click.Command:
    module, _, attribute = row.target.partition(":")
    found = getattr(import_module(module), attribute)
    if not isinstance(found, click.Command):
        raise TypeError(f"{row.target} is no click command")
    return found
