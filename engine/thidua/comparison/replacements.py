"""What a criterion or a rule says that it replaces, told where its id does not say it already."""

from thidua.comparison.fields import Field
from thidua.comparison.matching import Replacing
from thidua.comparison.saying import capital, listed
from thidua.vocabulary import key

REPLACES = Field(
    "replaces", capital(key("replaces")), lambda each: each.replaces or None, listed, "không", ("replaces",)
)


def implied(old: Replacing, new: Replacing) -> bool:
    """Whether what the two replace is just each other, which their ids say already."""
    return old.id != new.id and set(old.replaces) <= {new.id} and set(new.replaces) <= {old.id}
