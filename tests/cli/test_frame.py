"""The command-line frame: Vietnamese help and errors, exit codes, streams. Commands stand in as fakes of the table."""

import errno
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click
import pytest

from thidua_cli import commands, main, streams
from thidua_cli.commands import scale
from thidua_cli.lazy import Lazy, LazyGroup
from thidua_cli.options import IDENTIFIER, PATH_OR_IDENTIFIER, format_option, home_option, output_option
from thidua_cli.vietnamese import VietnameseCommand, command
from thidua_cli.wrong_usage import WrongUsage

FAKE = "thidua_cli_fake_command"


@command("mau", help="Lệnh mẫu.")
@click.argument("period", type=PATH_OR_IDENTIFIER, metavar="ĐỢT")
@click.option("--unit", type=IDENTIFIER, metavar="MÃ", required=True, help="Đơn vị.")
@click.option("--places", type=click.IntRange(1, 9), default=3, show_default=True, help="Số hạng.")
@click.option("--dossier", type=click.Path(exists=True, dir_okay=False), help="Hồ sơ.")
@click.option("--quiet", is_flag=True, help="Bớt lời.")
@home_option
@output_option
@format_option(["table", "json"])
def sample(**given: object) -> None:
    """An English docstring that no user may see."""
    click.echo("; ".join(f"{name}={given[name]}" for name in sorted(given)))


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[click.Command], None]:
    """Put a command into the table as ``mau``."""

    def put(made: click.Command) -> None:
        module = ModuleType(FAKE)
        module.__dict__["made"] = made
        monkeypatch.setitem(sys.modules, FAKE, module)
        monkeypatch.setitem(main.program.table, "mau", Lazy("mau", f"{FAKE}:made", "Lệnh mẫu."))

    return put


@pytest.fixture
def use_body(use: Callable[[click.Command], None]) -> Callable[[Callable[[], object]], None]:
    """Put a command into the table that runs one function."""
    return lambda body: use(command("mau", help="Lệnh mẫu.")(body))


def test_help_page_is_all_vietnamese(use, capsys):
    use(sample)
    assert main.run(["mau", "--help"]) == 0
    assert (
        capsys.readouterr().out
        == """\
Cách dùng: thidua mau [TÙY CHỌN] ĐỢT

  Lệnh mẫu.

Tùy chọn:
  --unit MÃ              Đơn vị.  [bắt buộc]
  --places SỐ            Số hạng.  [mặc định: 3]
  --dossier ĐƯỜNG_DẪN    Hồ sơ.
  --quiet                Bớt lời.
  --home THƯ_MỤC         Thư mục gốc chứa tệp thidua.toml, thang điểm và quy
                         tắc.
  -o, --output TỆP       Ghi kết quả vào tệp này thay cho màn hình.
  --format [table|json]  Dạng kết quả.  [mặc định: table]
  -h, --help             Hiện hướng dẫn này rồi kết thúc.
"""
    )


def test_help_of_the_group_lists_the_table(capsys):
    assert main.run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Cách dùng: thidua [TÙY CHỌN] LỆNH [THAM SỐ]...\n")
    assert "\nTùy chọn:\n" in shown
    assert "\nLệnh:\n" in shown
    assert [line.split()[0] for line in shown.split("Lệnh:\n")[1].splitlines()[: len(main.COMMANDS)]] == [
        row.name for row in main.COMMANDS
    ]


def test_without_a_command_the_help_page_is_wrong_usage(capsys):
    assert main.run([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Cách dùng: thidua")


def test_version(capsys):
    assert main.run(["--version"]) == 0
    assert capsys.readouterr().out == "thidua, phiên bản 0.1.0\n"


GROUP_LINE = "Cách dùng: thidua [TÙY CHỌN] LỆNH [THAM SỐ]...\n"
LINE = "Cách dùng: thidua mau [TÙY CHỌN] ĐỢT\n"
WRONG = {
    "unknown command": (["mao"], 'Lỗi: Không có lệnh "mao".\nGợi ý: có phải là "mau"?\n'),
    "unknown command, nothing near": (["xyzxyz"], 'Lỗi: Không có lệnh "xyzxyz".\n'),
    "unknown command that looks like an option": (["--", "--foo"], 'Lỗi: Không có lệnh "--foo".\n'),
    "unknown option of the group": (
        ["--hom", "x"],
        'Lỗi: Không có tùy chọn "--hom".\nGợi ý: có phải là "--home"?\n',
    ),
    "unknown option": (["mau", "--unti=a"], 'Lỗi: Không có tùy chọn "--unti".\nGợi ý: có phải là "--unit"?\n'),
    "unknown short option": (["mau", "-x"], 'Lỗi: Không có tùy chọn "-x".\n'),
    "missing argument": (["mau", "--unit", "a"], "Lỗi: Thiếu tham số ĐỢT.\n"),
    "missing option": (["mau", "dot"], 'Lỗi: Thiếu tùy chọn "--unit".\n'),
    "option without its value": (
        ["mau", "dot", "--unit"],
        'Lỗi: Tùy chọn "--unit" cần một giá trị viết ngay sau nó.\n',
    ),
    "choice without its value": (
        ["mau", "dot", "--format"],
        'Lỗi: Tùy chọn "--format" cần một giá trị viết ngay sau nó.\nGợi ý: chọn một trong: table, json.\n',
    ),
    "flag with a value": (["mau", "dot", "--quiet=1"], 'Lỗi: Tùy chọn "--quiet" không nhận giá trị.\n'),
    "bad choice": (
        ["mau", "dot", "--unit", "a", "--format", "xml"],
        'Lỗi: Giá trị "xml" của tùy chọn "--format" không hợp lệ.\nGợi ý: chọn một trong: table, json.\n',
    ),
    "no number": (
        ["mau", "dot", "--unit", "a", "--places", "ba"],
        'Lỗi: Giá trị "ba" của tùy chọn "--places" không hợp lệ: cần một số nguyên từ 1 đến 9.\n',
    ),
    "number out of range": (
        ["mau", "dot", "--unit", "a", "--places", "10"],
        'Lỗi: Giá trị "10" của tùy chọn "--places" không hợp lệ: cần một số nguyên từ 1 đến 9.\n',
    ),
    "path that does not exist": (
        ["mau", "dot", "--unit", "a", "--dossier", "khong-co"],
        'Lỗi: Giá trị "khong-co" của tùy chọn "--dossier" không hợp lệ: không tìm thấy tệp hoặc thư mục này.\n',
    ),
    "folder where a file is needed": (
        ["mau", "dot", "--unit", "a", "--dossier", "thu-muc"],
        'Lỗi: Giá trị "thu-muc" của tùy chọn "--dossier" không hợp lệ: đây là một thư mục, cần một tệp.\n',
    ),
    "file where a folder is needed": (
        ["mau", "dot", "--unit", "a", "--home", "tep"],
        'Lỗi: Giá trị "tep" của tùy chọn "--home" không hợp lệ: đây là một tệp, cần một thư mục.\n',
    ),
    "output is a folder": (
        ["mau", "dot", "--unit", "a", "-o", "thu-muc"],
        'Lỗi: Giá trị "thu-muc" của tùy chọn "--output" không hợp lệ: đây là một thư mục, cần một tệp.\n',
    ),
    "output in a folder that does not exist": (
        ["mau", "dot", "--unit", "a", "-o", "khong-co/kq.json"],
        'Lỗi: Thư mục "khong-co" chưa có.\nGợi ý: tạo thư mục trước, hoặc ghi vào thư mục khác.\n',
    ),
    "output in a file as if it were a folder": (
        ["mau", "dot", "--unit", "a", "-o", "tep/kq.json"],
        'Lỗi: Thư mục "tep" chưa có.\nGợi ý: tạo thư mục trước, hoặc ghi vào thư mục khác.\n',
    ),
    "output without a name": (
        ["mau", "dot", "--unit", "a", "-o", ""],
        'Lỗi: Tên tệp của tùy chọn "--output" không được để trống.\n'
        "Gợi ý: không ghi -o thì kết quả hiện ra màn hình.\n",
    ),
    "output to a dash": (
        ["mau", "dot", "--unit", "a", "-o", "-"],
        'Lỗi: "-" không phải là tên tệp.\nGợi ý: không ghi -o thì kết quả hiện ra màn hình.\n',
    ),
    "output to a folder that is not there": (
        ["mau", "dot", "--unit", "a", "-o", "moi/"],
        'Lỗi: "moi/" không phải là một tệp thường.\nGợi ý: ghi kết quả vào tệp khác.\n',
    ),
    "extra arguments": (
        ["mau", "dot", "--unit", "a", "b", "c d"],
        'Lỗi: Thừa tham số: "b" "c d".\nGợi ý: tên có dấu cách thì đặt trong dấu ngoặc kép.\n',
    ),
    "empty id": (["mau", "dot", "--unit", " "], "Lỗi: Mã không được để trống.\n"),
    "empty path": (["mau", "", "--unit", "a"], "Lỗi: Đường dẫn hoặc mã không được để trống.\n"),
}


@pytest.mark.parametrize(("arguments", "told"), WRONG.values(), ids=WRONG.keys())
def test_wrong_usage_is_told_in_vietnamese(use, capsys, tmp_path, monkeypatch, arguments, told):
    use(sample)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thu-muc").mkdir()
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    assert main.run(arguments) == 2
    out, err = capsys.readouterr()
    inside = arguments[0] == "mau"
    page = "thidua mau" if inside else "thidua"
    assert err == f"{LINE if inside else GROUP_LINE}{told}Xem hướng dẫn: {page} --help\n"
    assert out == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no devices among files, no links without rights")
@pytest.mark.parametrize("name", [os.devnull, "toi-may", "toi-thu-muc", "toi-khong-dau"])
def test_a_result_goes_only_into_regular_files(use, capsys, tmp_path, monkeypatch, name):
    use(sample)
    monkeypatch.chdir(tmp_path)
    for link, target in (("toi-may", os.devnull), ("toi-thu-muc", tmp_path), ("toi-khong-dau", "khong-co")):
        Path(link).symlink_to(target)
    assert main.run(["mau", "dot", "--unit", "a", "-o", name]) == 2
    assert ("không phải là một tệp thường" in capsys.readouterr().err) == (name != "toi-thu-muc")


def test_a_link_to_a_file_is_a_file(use, capsys, tmp_path, monkeypatch):
    use(sample)
    monkeypatch.chdir(tmp_path)
    Path("cu.txt").write_text("x", encoding="utf-8")
    Path("toi-cu").symlink_to("cu.txt")
    assert main.run(["mau", "dot", "--unit", "a", "-o", "toi-cu"]) == 0


def test_several_values_for_one_argument_name_the_bad_one(use, capsys):
    @command("mau", help="Lệnh mẫu.")
    @click.argument("files", type=click.Path(exists=True), metavar="TỆP...", nargs=-1)
    def many(files: tuple[str, ...]) -> None:
        """Never runs."""

    use(many)
    assert main.run(["mau", os.curdir, "khong-co"]) == 2
    assert 'Lỗi: Giá trị "khong-co" của tham số TỆP không hợp lệ: không tìm thấy' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "home"),
    [
        (["--home", "a", "mau"], "a"),
        (["mau", "--home", "b"], "b"),
        (["--home", "a", "mau", "--home", "b"], "b"),
        (["mau"], "None"),
    ],
)
def test_home_may_stand_on_either_side(use, capsys, tmp_path, monkeypatch, arguments, home):
    use(sample)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert main.run([*arguments, "dot", "--unit", "u"]) == 0
    assert f"; home={home}; " in capsys.readouterr().out


def test_ids_are_nfc_and_paths_stay_as_they_are_on_disk(use, capsys, tmp_path, monkeypatch):
    use(sample)
    monkeypatch.chdir(tmp_path)
    decomposed = unicodedata.normalize("NFD", "đợt-ủy-ban")
    main.run(["mau", decomposed, "--unit", unicodedata.normalize("NFD", "bình-phước")])
    assert capsys.readouterr().out.endswith("period=đợt-ủy-ban; places=3; quiet=False; unit=bình-phước\n")
    Path(decomposed).mkdir()
    main.run(["mau", decomposed, "--unit", "a"])
    assert f"period={decomposed};" in capsys.readouterr().out


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (0, 0), (1, 1), (3, 3)])
def test_a_command_returns_its_exit_code(use_body, returned, code):
    use_body(lambda: returned)
    assert main.run(["mau"]) == code


def raising(error: BaseException) -> Callable[[], None]:
    def body() -> None:
        raise error

    return body


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (WrongUsage("Sai.", "làm lại."), 2, "Lỗi: Sai.\nGợi ý: làm lại.\n"),
        (click.FileError("tệp.yaml", "boom"), 3, 'Lỗi: Không mở được tệp "tệp.yaml".\n'),
        (click.ClickException("Dừng."), 1, "Lỗi: Dừng.\n"),
        (FileNotFoundError(errno.ENOENT, "x", "a.yaml"), 3, 'tệp "a.yaml": tệp hoặc thư mục không tồn tại.\n'),
        (PermissionError(errno.EACCES, "x", "a.yaml"), 3, 'tệp "a.yaml": không có quyền truy cập.\n'),
        (OSError(errno.ENOSPC, "x"), 3, "tệp: ổ đĩa đã đầy.\n"),
        (KeyboardInterrupt(), 130, "Đã dừng theo yêu cầu.\n"),
        (click.Abort(), 130, "Đã dừng theo yêu cầu.\n"),
    ],
)
def test_what_stops_a_command_is_told(use_body, capsys, error, code, told):
    use_body(raising(error))
    assert main.run(["mau"]) == code
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("error", [KeyError("điểm"), RecursionError(), OSError(errno.ECHILD, "x"), SyntaxError()])
def test_a_fault_of_the_program_is_admitted_without_a_traceback(use_body, capsys, monkeypatch, error):
    monkeypatch.delenv("THIDUA_DEBUG", raising=False)
    use_body(raising(error))
    assert main.run(["mau"]) == 4
    err = capsys.readouterr().err
    assert "Xin lỗi, chương trình gặp lỗi ngoài dự kiến." in err
    assert f"Loại lỗi: {type(error).__name__}, tại {__name__}:" in err
    assert "Traceback" not in err
    assert __file__ not in err


def test_debug_shows_the_traceback(use_body, capsys, monkeypatch):
    monkeypatch.setenv("THIDUA_DEBUG", "1")
    use_body(raising(KeyError("điểm")))
    assert main.run(["mau"]) == 4
    assert "Traceback" in capsys.readouterr().err


def test_a_full_disk_behind_stdout_is_told(use_body, capsys, monkeypatch):
    def full() -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(streams, "flush", full)
    use_body(lambda: 0)
    assert main.run(["mau"]) == 3
    assert "ổ đĩa đã đầy" in capsys.readouterr().err


@pytest.mark.parametrize(("value", "color"), [("1", False), ("", None), (None, None)])
def test_no_color_is_honoured(use_body, monkeypatch, value, color):
    monkeypatch.delenv("NO_COLOR", raising=False)
    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)
    seen: list[bool | None] = []
    use_body(lambda: seen.append(click.get_current_context().color))
    main.run(["mau"])
    assert seen == [color]


def test_no_colour_outside_a_terminal(use_body, capsys):
    use_body(lambda: click.secho("đỏ", fg="red"))
    main.run(["mau"])
    assert capsys.readouterr().out == "đỏ\n"


def test_the_table_refuses_a_name_twice():
    row = Lazy("a", "m:a", "A.")
    with pytest.raises(ValueError, match="twice"):
        LazyGroup("x", table=(row, row))


def test_a_command_needs_vietnamese_names_for_its_arguments():
    with pytest.raises(TypeError, match="period"):
        VietnameseCommand("x", params=[click.Argument(["period"])])


def test_every_module_of_commands_is_in_a_table_and_loads():
    rows = {row.target: row for row in (*main.COMMANDS, *scale.COMMANDS)}
    there = {path.stem for path in Path(commands.__path__[0]).glob("*.py")} - {"__init__"}
    assert {target.partition(":")[0] for target in rows} == {f"thidua_cli.commands.{name}" for name in there}
    for target, row in rows.items():
        module, _, attribute = target.partition(":")
        found = getattr(import_module(module), attribute)
        assert (found.name, type(found)) == (row.name, LazyGroup if row.name == "scale" else VietnameseCommand)


def process(body: str, **environment: str) -> "subprocess.Popen[bytes]":
    """Start the program with a command ``mau`` made of ``body``, without site: a .pth file may hold a diacritic."""
    code = f"""
import sys, types, time, click
from thidua_cli import main
from thidua_cli.lazy import Lazy
from thidua_cli.vietnamese import command
def body():
    {body}
sys.modules["{FAKE}"] = types.SimpleNamespace(made=command("mau", help="Lệnh mẫu.")(body))
main.program.table["mau"] = Lazy("mau", "{FAKE}:made", "Lệnh mẫu.")
sys.exit(main.run())
"""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("LC_", "PYTHON"))}
    path = os.pathsep.join(sys.path)
    # Standard input, not -c: under LC_ALL=C Python decodes -c with the code page.
    started = subprocess.Popen(
        [sys.executable, "-S", "-", "mau"],
        env={**kept, "PYTHONPATH": path, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert started.stdin is not None
    started.stdin.write(code.encode())
    started.stdin.close()
    started.stdin = None
    return started


CODE_PAGE = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "LC_ALL": "C"}


def test_output_is_utf8_whatever_the_code_page():
    out, err = process("click.echo('Điểm'); print('đủ'); click.echo('Lỗi', err=True)", **CODE_PAGE).communicate()
    assert (out.decode(), err.decode()) == ("Điểm\nđủ\n", "Lỗi\n")


def test_file_names_that_are_no_unicode_come_out_escaped():
    ran = process("click.echo(b'h\\xc3\\x80-\\xe1'.decode('utf-8', 'surrogateescape'))", **CODE_PAGE)
    out, err = ran.communicate()
    assert (out.decode(), err, ran.returncode) == ("hÀ-\\udce1\n", b"", 0)


def test_a_reader_that_goes_away_is_no_error():
    ran = process("[print('điểm' * 100) for _ in range(10000)]")
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.read(10)
    ran.stdout.close()
    assert (ran.stderr.read(), ran.wait()) == (b"", main.OUTPUT_CLOSED)
    ran.stderr.close()


def test_a_reader_that_was_never_there_is_no_error():
    ran = process("time.sleep(0.2); print('điểm')")
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.close()
    assert (ran.stderr.read(), ran.wait()) == (b"", main.OUTPUT_CLOSED)
    ran.stderr.close()


def test_help_imports_nothing_of_the_engine():
    ran = process("print(sorted(name for name in sys.modules if name.split('.')[0] in ('thidua', 'yaml', 'pandas')))")
    assert ran.communicate()[0] == b"[]\n"
