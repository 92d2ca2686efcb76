"""From facts and rules to findings: two engines with one meaning."""

from thidua.inference.matching import Inference, Match

__all__ = ["Inference", "Match"]
