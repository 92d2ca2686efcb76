"""What a user reads when the operating system or the program itself fails; never a traceback unless asked for."""

import errno
import os
import sys
from typing import TypeGuard

import click

NOT_READABLE = 3
OUR_FAULT = 4

_SYSTEM_REASONS = {
    errno.ENOENT: "tệp hoặc thư mục không tồn tại",
    errno.EACCES: "không có quyền truy cập",
    errno.EPERM: "không có quyền truy cập",
    errno.EISDIR: "đây là một thư mục, cần một tệp",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục",
    errno.EEXIST: "tệp hoặc thư mục đã có",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EIO: "ổ đĩa hoặc mạng bị lỗi khi đọc, ghi",
    errno.ENAMETOOLONG: "tên tệp hoặc đường dẫn quá dài",
}
_OF_THE_DISK = (errno.ENOSPC, errno.EROFS, errno.EIO)


def is_of_the_system(error: Exception) -> TypeGuard[OSError]:
    """Whether a file or the disk is at fault; other operating system errors are faults of the program."""
    return isinstance(error, OSError) and (error.filename is not None or error.errno in _OF_THE_DISK)


def tell_system_failure(error: OSError) -> int:
    """Say which file could not be read or written and why; returns the exit code."""
    reason = _SYSTEM_REASONS.get(error.errno or 0, f"hệ điều hành báo lỗi số {error.errno}")
    named = f' "{os.fsdecode(error.filename)}"' if isinstance(error.filename, (str, bytes)) else ""
    click.echo(f"Lỗi: Không đọc hoặc không ghi được tệp{named}: {reason}.", err=True)
    click.echo("Gợi ý: kiểm tra tên tệp, quyền truy cập và dung lượng ổ đĩa rồi chạy lại.", err=True)
    return NOT_READABLE


def tell_our_fault(error: Exception) -> int:
    """Admit a fault of the program, with what the developers need; returns the exit code.

    ``THIDUA_DEBUG=1`` shows the traceback too.
    """
    from thidua import __version__

    click.echo(
        "Xin lỗi, chương trình gặp lỗi ngoài dự kiến. Đây là lỗi của chương trình, không phải của người dùng.\n"
        f"    Loại lỗi: {type(error).__name__}, tại {_place(error)}; thidua {__version__}, "
        f"Python {sys.version.split()[0]}.\n"
        "Gợi ý: gửi nội dung này kèm câu lệnh đã chạy cho nhóm phát triển (cách báo lỗi: xem README.md);\n"
        "    đặt biến môi trường THIDUA_DEBUG=1 rồi chạy lại nếu nhóm phát triển cần thêm chi tiết.",
        err=True,
    )
    if os.environ.get("THIDUA_DEBUG") == "1":
        _show_traceback(error)
    return OUR_FAULT


def _place(error: Exception) -> str:
    """The innermost line of code as ``module:line``; no folder of the user's machine."""
    found, frame = "?", error.__traceback__
    while frame is not None:
        found = f"{frame.tb_frame.f_globals.get('__name__', '?')}:{frame.tb_lineno}"
        frame = frame.tb_next
    return found


def _show_traceback(error: Exception) -> None:
    import traceback

    click.echo("".join(traceback.format_exception(error)), err=True)
