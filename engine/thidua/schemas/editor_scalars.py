"""What an editor may accept as one value, by the format that the program's own schema names.

An editor sees YAML's types, the program sees texts: ``40`` comes as a number, ``40,5`` and ``95%`` as texts. So each
format says what it takes as a number and, by a pattern, as a text.
"""

from collections.abc import Mapping
from typing import Any

from thidua.schemas.editor_spellings import any_spelling, other_spellings
from thidua.vocabulary import LISTS, Term

Keywords = dict[str, Any]

_DECIMALS = "(?:[.,][0-9]+)?"
_NUMBER = f"(?:0|[1-9][0-9]*){_DECIMALS}"
# 1.000 in quotes; without quotes an editor sees the number 1 and can't tell.
_NOT_A_THOUSAND = r"(?![-−]?[0-9]{1,3}\.[0-9]{3} ?%?$)"
_NOT_ZERO = "(?!0(?:[.,]0+)? ?%?$)"
_SHARE = rf"(?:100(?:[.,]0+)?|(?:0|[1-9][0-9]?){_DECIMALS})"
_DAY = (
    r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])/(?:19[0-9]{2}|2[01][0-9]{2}|2200)"
    r"|(?:19[0-9]{2}|2[01][0-9]{2}|2200)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
)
_SLUG = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_ROUNDINGS = [f"{digits} chữ số thập phân" for digits in range(7)]

_ADVICE = {
    "number": "Ghi một số, dấu phẩy trước phần thập phân, không có dấu ngăn hàng nghìn; ví dụ: 1234,5",
    "ratio": "Ghi tỷ lệ có dấu %, ví dụ: 95%",
    "share": "Ghi tỷ lệ từ 0% đến 100%, ví dụ: 50%",
    "day": "Ghi ngày/tháng/năm, năm đủ bốn chữ số; ví dụ: 15/02/2020",
    "year": "Ghi năm bằng bốn chữ số, ví dụ: 2019",
    "slug": "Mã gồm chữ thường không dấu và chữ số, nối bằng dấu gạch ngang, bắt đầu bằng chữ; ví dụ: thu-ngan-sach",
    "scale_id": "Ghi hai phần nối bằng dấu /, chữ thường không dấu; ví dụ: mien-dong-nam-bo/2019",
    "whole": "Ghi một số nguyên từ 0 đến 6",
    "count": "Ghi một số nguyên, không có dấu ngăn hàng nghìn; ví dụ: 12",
    "rule_code": "Ghi chữ in hoa, dấu gạch ngang, hai hoặc ba chữ số; ví dụ: TL-01",
}
_EXAMPLES: Mapping[str, list[Any]] = {
    "number": [20, "12,5"],
    "ratio": ["100%", "97,5%"],
    "share": ["50%", "100%"],
    "day": ["31/12/2019"],
    "year": [2019],
    "slug": ["thu-ngan-sach"],
    "scale_id": ["mien-dong-nam-bo/2019"],
    "whole": [0, 2],
    "count": [1, 12],
    "rule_code": ["TL-01"],
    "rounding": _ROUNDINGS,
    "figure": [4000000, "97,5%"],
    "level": ["Hoàn thành tốt nhiệm vụ"],
}
# Figures of a dossier or a case, whose type only the scale knows in full; these names always mean the same type.
_YES_NO_FIGURES = frozenset({"achieved"})
_TEXT_FIGURES = frozenset({"level"})
_NUMBER_FIGURES = frozenset({"target", "actual", "last_year", "count", "given_points"})
_EDGES = frozenset({"from_edge", "above_edge", "to_edge", "below_edge"})


def scalar_keywords(schema: Mapping[str, Any], identifier: str) -> Keywords:
    """The keywords for one value of a key; ``schema`` is the program's own schema of it."""
    match schema["format"]:
        case "text" | "words":
            return {"type": ["string", "number", "boolean"], "minLength": 1}
        case "yes_no":
            return word_keywords(LISTS["yes_no"])
        case "raw":
            return _raw(identifier)
        case "number":
            return _number(schema)
        case "ratio" if "maximum" in schema:
            return _patterned("share", ["string"], f"^{_SHARE} ?%$")
        case "ratio":
            return _patterned("ratio", ["string"], f"^{_NOT_A_THOUSAND}[-−]?{_NUMBER} ?%$")
        case "day":
            return _patterned("day", ["string"], f"^(?:{_DAY})$")
        case "year":
            limits = {"minimum": 1900, "maximum": 2200}
            return {**_patterned("year", ["integer", "string"], "^(?:19[0-9]{2}|2[01][0-9]{2}|2200)$"), **limits}
        case "whole":
            return {**_patterned("whole", ["integer", "string"], "^[0-6]$"), "minimum": 0, "maximum": 6}
        case "count":
            least = {"minimum": schema["minimum"]}
            return {**_patterned("count", ["integer", "string"], "^(?:0|[1-9][0-9]{0,8})$"), **least}
        case "rule_code":
            return _patterned("rule_code", ["string"], "^[A-ZĐ]{1,6}-[0-9]{2,3}$")
        case "node":
            return {"type": "object"}
        case "rounding":
            return {"type": "string", "pattern": "^[0-6] +chữ +số +thập +phân$", "examples": _ROUNDINGS}
        case "slug":
            return _patterned("slug", ["string"], f"^{_SLUG}$")
        case "scale_id":
            pattern = f"^{_SLUG}/[a-z0-9]+(?:-[a-z0-9]+)*$"
            return {**_patterned("scale_id", ["string"], pattern), "maxLength": 100}
        case word if word.startswith("word:"):
            terms = {term.identifier: term for term in LISTS[word.removeprefix("word:")]}
            return word_keywords(tuple(terms[each] for each in schema["enum"]))
        case unknown:
            raise KeyError(unknown)


def word_keywords(terms: tuple[Term, ...]) -> Keywords:
    """One of the words of a closed list; the official spelling is proposed, the others are taken."""
    words = [term.vietnamese for term in terms]
    advice = f"Ghi một trong: {'; '.join(words)}"
    proposed = {
        "type": "string",
        "enum": words,
        "enumDescriptions": [term.meaning for term in terms],
        "errorMessage": advice,
    }
    others = "|".join(other_spellings(term) for term in terms)
    return {"anyOf": [proposed, {"type": "string", "pattern": others, "patternErrorMessage": advice}]}


def is_word(term: Term) -> Keywords:
    """What holds of a value that is one certain word, however it is spelt."""
    return {"type": "string", "pattern": any_spelling(term)}


def _raw(identifier: str) -> Keywords:
    if identifier in _YES_NO_FIGURES:
        return word_keywords(LISTS["yes_no"])
    if identifier == "self_points":
        return _number({})
    if identifier in _NUMBER_FIGURES or identifier in _EDGES:
        pattern = f"^{_NOT_A_THOUSAND}[-−]?{_NUMBER} ?%?$"
        return {**_patterned("number", ["number", "string"], pattern), "examples": _EXAMPLES["figure"]}
    told = {"minLength": 1, "examples": _EXAMPLES["level"]} if identifier in _TEXT_FIGURES else {}
    return {"type": ["string", "number", "boolean"], **told}


def _number(schema: Mapping[str, Any]) -> Keywords:
    limits = {name: schema[name] for name in ("minimum", "exclusiveMinimum") if name in schema}
    if any(limit != 0 for limit in limits.values()):
        raise ValueError(f"only zero can be said by a pattern: {limits}")
    sign = "" if limits else "[-−]?"
    zero = _NOT_ZERO if "exclusiveMinimum" in limits else ""
    return {**_patterned("number", ["number", "string"], f"^{_NOT_A_THOUSAND}{zero}{sign}{_NUMBER}$"), **limits}


def _patterned(name: str, types: list[str], pattern: str) -> Keywords:
    advice = {"errorMessage": _ADVICE[name], "patternErrorMessage": _ADVICE[name]}
    return {"type": types[0] if len(types) == 1 else types, "pattern": pattern, **advice, "examples": _EXAMPLES[name]}
