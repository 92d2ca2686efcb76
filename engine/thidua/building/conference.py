"""Build the conference's sessions, ballots and conclusions."""

from msgspec import Struct

from thidua.building.record_checks import RecordChecks
from thidua.model.conference import Ballot, Conclusion, Session
from thidua.model.period import Period
from thidua.schemas import Shaped
from thidua.vocabulary import word


class Conference(Struct, frozen=True):
    """What one file says of a conference."""

    sessions: tuple[Session, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()


def build_conference(shaped: Shaped, period: Period) -> Conference:
    """The conference of a shaped file; what is wrong with it is reported there."""
    checks = RecordChecks(shaped, period)
    return Conference(_sessions(checks), _ballots(checks), _conclusions(checks))


def _sessions(checks: RecordChecks) -> tuple[Session, ...]:
    found = []
    for item, path in checks.items("sessions"):
        checks.descending(item, path, "summoned", "present")
        checks.days(item, path, "held_on")
        found.append(
            Session(
                kind=item["session_kind"],
                held_on=item["held_on"],
                place=item.get("venue"),
                summoned=item["summoned"],
                present=item["present"],
                chair=item.get("chair"),
                secretary=item.get("secretary"),
                document=item.get("recorded_in"),
            )
        )
    return tuple(found)


def _ballots(checks: RecordChecks) -> tuple[Ballot, ...]:
    seen: dict[object, int] = {}
    found = []
    for item, path in checks.items("ballots"):
        checks.unit(item, path)
        checks.descending(item, path, "total_members", "issued", "collected", "valid", "agreed")
        checks.days(item, path, "voted_on")
        identity = (item["about"], item["unit"], item["voted_on"])
        checks.once(544, seen, identity, path, about=word("ballot_about", item["about"]), unit=item["unit"])
        found.append(
            Ballot(
                about=item["about"],
                unit=item["unit"],
                held_on=item["voted_on"],
                total_members=item["total_members"],
                issued=item["issued"],
                collected=item["collected"],
                valid=item["valid"],
                agreed=item["agreed"],
                document=item.get("recorded_in"),
            )
        )
    return tuple(found)


def _conclusions(checks: RecordChecks) -> tuple[Conclusion, ...]:
    places: dict[object, int] = {}
    units: dict[object, int] = {}
    found = []
    for item, path in checks.items("conclusions"):
        checks.unit(item, path)
        checks.days(item, path, "concluded_on")
        checks.once(542, places, item["place"], path, rank=item["place"])
        checks.once(543, units, item["unit"], path, unit=item["unit"])
        found.append(Conclusion(item["place"], item["unit"], item["reason"], item["concluded_on"], item["recorded_in"]))
    return tuple(found)
