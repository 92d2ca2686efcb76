"""The program ``thidua``: the table of commands, and ``run`` with its exit codes.

Exit codes: 0 fine, 1 as the command says, 2 wrong usage, 3 unreadable input, 4 our fault, 130 stopped by Ctrl-C,
141 whoever read the output has gone. A command returns its code (None is 0).
"""

import gc
import os
from collections.abc import Sequence

import click

from thidua_cli import failures, streams
from thidua_cli.lazy import Lazy, LazyGroup
from thidua_cli.options import home_option
from thidua_cli.wrong_usage import WrongUsage

WRONG_USAGE = 2
STOPPED = 130
OUTPUT_CLOSED = 141

COMMANDS = (
    Lazy(
        "check",
        "thidua_cli.commands.check:check",
        "Tìm lỗi trong thang điểm, đợt chấm điểm, hồ sơ.",
    ),
    Lazy("status", "thidua_cli.commands.status:status", "Ai đã gửi gì, còn thiếu gì, còn bao nhiêu ngày."),
    Lazy("score", "thidua_cli.commands.score:score", "Chấm điểm một đợt, nêu điều còn chờ, dự kiến xếp hạng."),
    Lazy("verify", "thidua_cli.commands.verify:verify", "Bảng kê thẩm định: chênh lệch, vấn đề cần làm rõ."),
    Lazy("explain", "thidua_cli.commands.explain:explain", "Giải trình điểm của một đơn vị: phép tính, căn cứ."),
    Lazy("diff", "thidua_cli.commands.diff:diff", "So sánh hai bản thang điểm hoặc bộ quy tắc."),
    Lazy("report", "thidua_cli.commands.report:report", "Lập văn bản Word: bảng tổng hợp, phiếu, biên bản, tờ trình …"),
    Lazy("form", "thidua_cli.commands.form:form", "Lập biểu tự chấm điểm (bảng tính) cho đơn vị ghi."),
    Lazy("import", "thidua_cli.commands.import_:import_", "Đưa biểu tự chấm điểm đã ghi vào hồ sơ của đợt."),
    Lazy("files", "thidua_cli.commands.files:files", "Kê tệp của đợt kèm mã băm; so với bản kê đã lưu."),
    Lazy("test", "thidua_cli.commands.test:test", "Chạy các trường hợp kiểm thử do chuyên viên soạn."),
    Lazy("new", "thidua_cli.commands.new:new", "Lập thang điểm, bộ quy tắc của năm mới từ năm khác."),
    Lazy("init", "thidua_cli.commands.init:init", "Lập thư mục gốc cho một Cụm mới từ tệp mẫu."),
    Lazy("scale", "thidua_cli.commands.scale:scale", "Sửa thang điểm trên bảng tính: lập bảng, đưa vào lại."),
    Lazy("rule", "thidua_cli.commands.rule:rule", "Giải thích một mã lỗi, ví dụ TD-203."),
    Lazy("glossary", "thidua_cli.commands.glossary:glossary", "Tra từ dùng trong tệp và báo cáo."),
    Lazy("schema", "thidua_cli.commands.schema:schema", "Ghi lược đồ JSON Schema cho trình soạn thảo."),
)


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from thidua import __version__  # the help page needs nothing of the engine

    click.echo(f"thidua, phiên bản {__version__}")
    ctx.exit()


@click.group(
    "thidua",
    cls=LazyGroup,
    table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Chấm điểm thi đua theo thang điểm viết trong tệp: từng điểm có phép tính và căn cứ. "
    "Chương trình dự kiến; hội nghị suy tôn, cấp có thẩm quyền quyết định.",
    epilog='Chạy "thidua LỆNH --help" để xem hướng dẫn của một lệnh.',
)
@home_option
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Hiện số phiên bản rồi kết thúc.",
)
@click.pass_context
def program(ctx: click.Context, home: object) -> int | None:
    """Show the help page where no command was given; ``home`` reaches the commands through their own option."""
    if ctx.invoked_subcommand is not None:
        return None
    click.echo(ctx.get_help(), err=True)
    return WRONG_USAGE


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program with ``sys.argv`` or the given arguments and return its exit code; no exception leaves it."""
    streams.use_utf8()
    if arguments is None:
        gc.disable()  # the process ends in seconds; to look for cycles takes a tenth of them and frees next to nothing
    try:
        with streams.closed_output_told():
            code = _run_told(arguments)
    except streams.OutputClosedError:
        code = OUTPUT_CLOSED
    streams.finish()
    return code


def _run_told(arguments: Sequence[str] | None) -> int:
    """Run, and say in Vietnamese what went wrong; only the loss of the output passes."""
    try:
        given = None if arguments is None else list(arguments)
        result = program.main(given, prog_name="thidua", standalone_mode=False, color=_color())
        streams.flush()
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        return _tell(error)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu.", err=True)
        return STOPPED
    except (streams.OutputClosedError, BrokenPipeError):
        raise
    except Exception as error:
        if failures.is_of_the_system(error):
            return failures.tell_system_failure(error)
        return failures.tell_our_fault(error)


def _color() -> bool | None:
    """No colour where NO_COLOR is set and not empty; else click decides (none outside a terminal)."""
    return False if os.environ.get("NO_COLOR") else None


def _tell(error: click.ClickException) -> int:
    match error:
        case click.UsageError():
            return _tell_wrong_usage(error)
        case click.FileError():
            click.echo(f'Lỗi: Không mở được tệp "{error.ui_filename}".', err=True)
            return failures.NOT_READABLE
    click.echo(f"Lỗi: {error.message}", err=True)
    return error.exit_code


def _tell_wrong_usage(error: click.UsageError) -> int:
    if error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
    click.echo(f"Lỗi: {error.message}", err=True)
    if isinstance(error, WrongUsage) and error.hint:
        click.echo(f"Gợi ý: {error.hint}", err=True)
    path = error.ctx.command_path if error.ctx is not None else "thidua"
    click.echo(f"Xem hướng dẫn: {path} --help", err=True)
    return WRONG_USAGE
