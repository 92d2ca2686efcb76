"""Wrong usage of the command line, in Vietnamese: click's exceptions are told apart by type, never by their text."""

import os
from collections.abc import Iterable, Sequence

import click


class WrongUsage(click.UsageError):
    """Wrong usage in Vietnamese; commands raise it too. ``hint`` says what to do; exit 2."""

    def __init__(self, message: str, hint: str = "", ctx: click.Context | None = None) -> None:
        super().__init__(message, ctx)
        self.hint = hint


def in_vietnamese(error: click.UsageError, ctx: click.Context, arguments: Sequence[str]) -> click.UsageError:
    """Return what to raise instead of an error that click met while it parsed ``arguments`` for ``ctx``.

    Plain usage errors and those of our own parameter types carry Vietnamese already and come back as they are.
    """
    match error:
        case WrongUsage():
            return error
        case click.NoSuchOption():
            return _no_such_option(error, ctx)
        case click.MissingParameter():
            return _missing(error, ctx)
        case click.BadParameter():
            return _bad_value(error, ctx, arguments)
        case click.BadOptionUsage():
            return _bad_option_usage(error, ctx)
        case click.BadArgumentUsage():
            return WrongUsage("Một tham số chưa đủ số giá trị.", ctx=ctx)
    return error


def no_such_command(name: str, known: Iterable[str], ctx: click.Context) -> WrongUsage:
    """The error for a command that the table lacks, with the nearest name."""
    return WrongUsage(f'Không có lệnh "{name}".', _nearest(name, known), ctx)


def extra_arguments(extra: Sequence[str], ctx: click.Context) -> WrongUsage:
    """The error for arguments that nothing takes."""
    shown = " ".join(f'"{text}"' for text in extra)
    return WrongUsage(f"Thừa tham số: {shown}.", "tên có dấu cách thì đặt trong dấu ngoặc kép.", ctx)


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # needed only after a mistake; --help stays fast without it

    found = get_close_matches(name, sorted(known), n=1)
    return f'có phải là "{found[0]}"?' if found else ""


def _no_such_option(error: click.NoSuchOption, ctx: click.Context) -> WrongUsage:
    known = [name for parameter in ctx.command.get_params(ctx) for name in parameter.opts if name.startswith("-")]
    return WrongUsage(f'Không có tùy chọn "{error.option_name}".', _nearest(error.option_name, known), ctx)


def _missing(error: click.MissingParameter, ctx: click.Context) -> WrongUsage:
    if error.param is None:
        return WrongUsage("Thiếu một tham số bắt buộc.", ctx=ctx)
    return WrongUsage(f"Thiếu {_shown(error.param)}.", _choices(error.param), ctx)


def _bad_option_usage(error: click.BadOptionUsage, ctx: click.Context) -> WrongUsage:
    named = [
        found for found in ctx.command.get_params(ctx) if error.option_name in (*found.opts, *found.secondary_opts)
    ]
    option = named[0] if named else None
    if isinstance(option, click.Option) and (option.is_flag or option.count):
        return WrongUsage(f'Tùy chọn "{error.option_name}" không nhận giá trị.', ctx=ctx)
    hint = _choices(option) if option is not None else ""
    return WrongUsage(f'Tùy chọn "{error.option_name}" cần một giá trị viết ngay sau nó.', hint, ctx)


def _bad_value(error: click.BadParameter, ctx: click.Context, arguments: Sequence[str]) -> click.UsageError:
    parameter = error.param
    if parameter is None or not type(parameter.type).__module__.startswith("click."):
        return WrongUsage(error.message, ctx=ctx)
    value = _refused_value(parameter, ctx, arguments)
    given = f'Giá trị "{value}" của' if value is not None else "Giá trị của"
    return WrongUsage(
        f"{given} {_shown(parameter)} không hợp lệ{_why(parameter.type, value)}.", _choices(parameter), ctx
    )


def _refused_value(parameter: click.Parameter, ctx: click.Context, arguments: Sequence[str]) -> str | None:
    """Find the first text given that the parameter's type refuses; click keeps it only inside its own text."""
    raw, _, _ = ctx.command.make_parser(ctx).parse_args(list(arguments))
    given = raw.get(parameter.name or "")
    for text in given if isinstance(given, (list, tuple)) else [given]:
        try:
            if isinstance(text, str):
                parameter.type.convert(text, parameter, ctx)
        except click.BadParameter:
            return str(text)
    return None


def _why(kind: object, value: str | None) -> str:
    match kind:
        case click.Path() | click.File() if value is not None:
            return f": {_why_not_this_path(kind, value)}"
        case click.types.IntParamType():
            return f": cần một số nguyên{_limits(kind)}"
        case click.types.FloatParamType():
            return f": cần một số{_limits(kind)}"
        case click.DateTime():
            return ": cần một ngày"
    return ""


def _why_not_this_path(kind: object, value: str) -> str:
    if not os.path.lexists(value):
        return "không tìm thấy tệp hoặc thư mục này"
    if os.path.isdir(value) and not getattr(kind, "dir_okay", False):
        return "đây là một thư mục, cần một tệp"
    if not os.path.isdir(value) and not getattr(kind, "file_okay", True):
        return "đây là một tệp, cần một thư mục"
    return "không có quyền đọc hoặc ghi"


def _limits(kind: object) -> str:
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    return (f" từ {least}" if least is not None else "") + (f" đến {most}" if most is not None else "")


def _choices(parameter: click.Parameter) -> str:
    if not isinstance(parameter.type, click.Choice):
        return ""
    return "chọn một trong: {}.".format(", ".join(str(choice) for choice in parameter.type.choices))


def _shown(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option):
        return f'tùy chọn "{max(parameter.opts, key=len)}"'
    return "tham số {}".format((parameter.metavar or parameter.human_readable_name).strip("[].").upper())
