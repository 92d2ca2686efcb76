"""click that speaks Vietnamese: headings, options, help texts and wrong usage.

A command is made with ``command``; the group derives from ``VietnameseGroup``. Nothing of click's English is translated
by its text: this module writes the texts itself and turns exceptions by type (``wrong_usage``).
"""

from collections.abc import Callable
from typing import Any

import click

from thidua_cli.wrong_usage import WrongUsage, extra_arguments, in_vietnamese, no_such_command

__all__ = ["Formatter", "VietnameseCommand", "VietnameseContext", "VietnameseGroup", "WrongUsage", "command"]


class Formatter(click.HelpFormatter):
    """Help pages with a Vietnamese first line."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is called."""
        super().write_usage(prog, args, "Cách dùng: " if prefix is None else prefix)


class VietnameseContext(click.Context):
    """A context whose help pages are written by ``Formatter``."""

    formatter_class = Formatter


class _Spoken(click.Command):
    """What commands and groups share."""

    context_class = VietnameseContext

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[TÙY CHỌN]", **kwargs})
        nameless = [found.name for found in self.params if isinstance(found, click.Argument) and not found.metavar]
        if nameless:
            raise TypeError(f"{self.name}: give every argument a Vietnamese metavar: {nameless}")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's help option with a Vietnamese text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện hướng dẫn này rồi kết thúc."
        return option

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole page; the same parts in the same order for every release of click."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_options(ctx, formatter)
        self.format_epilog(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [found for found in self.get_params(ctx) if isinstance(found, click.Option) and not found.hidden]
        with formatter.section("Tùy chọn"):
            formatter.write_dl([_option_row(option) for option in options])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as click does; every mistake leaves as a Vietnamese usage error."""
        given, strict = tuple(args), not ctx.allow_extra_args
        # click would complain about extra arguments by a plain UsageError, which no type tells from one of ours.
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            raise in_vietnamese(error, ctx, given) from error
        finally:
            ctx.allow_extra_args = not strict
        if strict and rest and not ctx.resilient_parsing:
            raise extra_arguments(rest, ctx)
        return rest


def _option_row(option: click.Option) -> tuple[str, str]:
    takes_value = not (option.is_flag or option.count)
    names = ", ".join(sorted((*option.opts, *option.secondary_opts), key=len))
    notes = [text for text in (_default_note(option), "bắt buộc" if option.required else "") if text]
    help_text = f"{option.help or ''}  [{'; '.join(notes)}]" if notes else option.help or ""
    return (f"{names} {_metavar(option)}" if takes_value else names), help_text


def _default_note(option: click.Option) -> str:
    shown = option.show_default and isinstance(option.default, (str, int)) and not option.is_flag
    return f"mặc định: {option.default}" if shown else ""


def _metavar(option: click.Option) -> str:
    if option.metavar:
        return option.metavar
    match option.type:
        case click.Choice() as kind:
            return "[{}]".format("|".join(str(choice) for choice in kind.choices))
        case click.Path() | click.File():
            return "ĐƯỜNG_DẪN"
        case click.types.IntParamType() | click.types.FloatParamType():
            return "SỐ"
        case click.types.StringParamType():
            return "CHỮ"
    return option.type.name.upper()


class VietnameseCommand(_Spoken):
    """One command."""


class VietnameseGroup(_Spoken, click.Group):
    """A group of commands; called without one, its own function runs (and says so)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        defaults = {"subcommand_metavar": "LỆNH [THAM SỐ]...", "invoke_without_command": True}
        super().__init__(*args, **{**defaults, **kwargs})

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands."""
        rows = [(name, self.short_help_of(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Lệnh"):
            formatter.write_dl(rows)

    def short_help_of(self, ctx: click.Context, name: str) -> str:
        """Return the one line that stands beside a command's name."""
        found = self.get_command(ctx, name)
        return found.get_short_help_str(limit=200) if found is not None else ""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was called."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise no_such_command(args[0], self.list_commands(ctx), ctx)
        return super().resolve_command(ctx, args)


def command(name: str, *, help: str, epilog: str | None = None) -> Callable[[Callable[..., Any]], VietnameseCommand]:  # noqa: A002
    """Make a command from a function that returns its exit code (or None for 0).

    ``help`` is Vietnamese and required, because click would show the function's English docstring otherwise.
    """
    return click.command(name, cls=VietnameseCommand, help=help, epilog=epilog)
