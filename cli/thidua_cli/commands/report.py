"""``thidua report``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from thidua_cli.failures import NOT_READABLE
from thidua_cli.named import find_unit
from thidua_cli.options import (
    IDENTIFIER,
    NAME_OR_IDENTIFIER,
    PATH_OR_IDENTIFIER,
    engine_option,
    home_option,
    output_option,
)
from thidua_cli.report_kinds import KINDS, ReportKind, find_kind, refuse_unsuitable
from thidua_cli.results import check_command, give_bytes, tell
from thidua_cli.scored import refuse_inputs, score_as_asked, tell_problems
from thidua_cli.vietnamese import command
from thidua_cli.wrong_usage import WrongUsage

if TYPE_CHECKING:
    from thidua.inference.engine import Engine
    from thidua.model.period import Period


@command(
    "report",
    help="Lập văn bản của đợt chấm điểm hoặc của thang điểm, ghi vào tệp để in, ký. Phần đợt chưa ghi (cơ quan ban "
    "hành, người ký, nơi nhận …) để trống cho văn phòng điền. Kết quả là dự kiến cho đến khi Hội nghị thông qua. "
    "Mã thoát 3 khi không đọc được.\n\n\b\nLOẠI:\n" + "\n".join(f"  {each.name}: {each.help}" for each in KINDS),
    epilog="Ví dụ: thidua report examples/mien-dong-nam-bo-2019 --kind tong-hop -o tong-hop.docx",
)
@click.argument("subject", type=PATH_OR_IDENTIFIER, metavar="ĐỢT_CHẤM_HOẶC_THANG_ĐIỂM")
@click.option(
    "--kind", type=IDENTIFIER, metavar="LOẠI", required=True, help="Loại văn bản, một trong các loại kể trên."
)
@click.option("--unit", type=NAME_OR_IDENTIFIER, metavar="MÃ", help="Chỉ đơn vị này: mã hoặc tên (phieu-tham-dinh).")
@engine_option
@output_option
@home_option
def report(
    subject: str, kind: str, unit: str | None, engine: "Engine | None", output: Path | None, home: Path | None
) -> int:
    """Write one paper; 3 where what it is made of can't be read."""
    wanted = find_kind(kind)
    file = _file(output, wanted, subject)
    if unit is not None and not wanted.by_unit:
        names = ", ".join(each.name for each in KINDS if each.by_unit)
        raise WrongUsage(
            f'Loại "{wanted.name}" không lập riêng cho một đơn vị.', f"bỏ --unit, hoặc chọn loại: {names}."
        )
    match wanted.of:
        case "period":
            data = _of_period(wanted, subject, unit, engine, file, home)
        case "scale":
            data = _of_scale(wanted, subject, file, home)
        case "comments":
            data = _of_comments(wanted, subject, file, home)
    if data is None:
        return NOT_READABLE
    give_bytes(data, file)
    return 0


def _file(output: Path | None, kind: ReportKind, subject: str) -> Path:
    """The file to write; a paper is never shown on a screen, and Word opens only what is called as it should be."""
    proposed = f"{kind.name}-{'-'.join(Path(subject).parts[-2:] if _is_id(subject) else Path(subject).parts[-1:])}"
    name = f"{proposed.removesuffix('.yaml')}{kind.suffix}"
    if output is None:
        raise WrongUsage('Thiếu tùy chọn "--output": văn bản phải ghi vào tệp.', f"thêm -o {name}")
    if output.suffix.lower() != kind.suffix:
        message = f'Tên tệp "{output.name}" phải có đuôi "{kind.suffix}".'
        raise WrongUsage(message, f"ghi -o {output.with_suffix(kind.suffix)}")
    return output


def _is_id(subject: str) -> bool:
    """Whether an id of two parts was typed, such as ``mien-dong-nam-bo/2019``, and no path."""
    return subject.count("/") == 1 and not Path(subject).exists()


def _of_period(
    kind: ReportKind, period: str, unit: str | None, engine: "Engine | None", output: Path, home: Path | None
) -> bytes | None:
    from thidua import pipeline

    if pipeline.consultation(period, home) is not None:
        others = ", ".join(each.name for each in KINDS if each.of != "period")
        raise WrongUsage(
            f'"{period}" là thang điểm; "{kind.name}" lập cho đợt chấm điểm.',
            f"ghi thư mục của đợt chấm điểm, hoặc chọn loại lập được cho thang điểm: {others}.",
        )
    scored = score_as_asked(period, home, None, output, engine)
    tell_problems(scored, period, home)
    if scored.result is None:
        return None
    refuse_unsuitable(kind, scored)
    only = find_unit(scored.result, unit).member.id if unit is not None else None
    return kind.make(scored, scored.result, only)


def _of_scale(kind: ReportKind, written: str, output: Path, home: Path | None) -> bytes | None:
    from thidua import pipeline

    found = pipeline.scale_of(written, home)
    refuse_inputs(output, found.inputs)
    tell_problems(found, written, home)
    _refuse_without_scale(kind, found.period)
    return kind.make(found.scale, found.period) if found.scale is not None else None


def _of_comments(kind: ReportKind, written: str, output: Path, home: Path | None) -> bytes | None:
    from thidua import pipeline

    period, consulted = None, pipeline.consultation(written, home)
    if consulted is None:
        found = pipeline.scale_of(written, home)
        if found.scale is None or found.period is None:
            tell_problems(found, written, home)
            _refuse_without_scale(kind, found.period)
            return None
        period, consulted = found.period, pipeline.consultation(found.scale.id, found.home.root)
    if consulted is None:
        raise ValueError("a scale that was read has a place for comments")
    refuse_inputs(output, consulted.inputs)
    if not consulted.is_there:
        click.echo(f"{written}: lỗi: Chưa có tệp ý kiến góp ý về thang điểm này ({consulted.file}).", err=True)
        click.echo("    Gợi ý: Đặt tệp gop-y.yaml cạnh thang-diem.yaml rồi chạy lại.", err=True)
        return None
    tell(consulted.diagnostics, check_command(home, consulted.file))
    if consulted.consultation is None or consulted.scale is None:
        return None
    return kind.make(consulted, consulted.scale, consulted.consultation, period)


def _refuse_without_scale(kind: ReportKind, period: "Period | None") -> None:
    if period is not None and period.scale is None:
        raise WrongUsage(
            f'Đợt này không có thang điểm; không lập được "{kind.name}".', "ghi mã hoặc thư mục thang điểm."
        )
