"""How dear reading a page may be, in parses of the same page."""

from dataclasses import dataclass

MOST = 5.0
"""The bound of ``make cost``: what it measured when it was last set, and a quarter more.

A quarter is room for another Python, lxml or processor (a few per cent), not for a second look at
every page. Where reading has become cheaper for good, lower it to 1.25 times what is measured, so
that the gain is kept. Raise it only with a change that is worth its price, and say so there.
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Instructions that a page costs."""

    ours: float
    bare: float
    """Of the parser alone: ``lxml.html.fromstring``."""

    @property
    def ratio(self) -> float:
        """How many parses a page costs."""
        return self.ours / self.bare

    def is_fine(self, most: float = MOST) -> bool:
        """Tell whether that is within the bound."""
        return self.ratio <= most

    def told(self, most: float = MOST) -> str:
        """Return it in rows for a person."""
        verdict = "met" if self.is_fine(most) else "MISSED"
        return (
            f"reading a page       {self.ours / 1e6:>7.2f} million instructions\n"
            f"parsing it alone     {self.bare / 1e6:>7.2f} million instructions\n"
            f"ratio                {self.ratio:>7.2f}, at most {most:.2f}: {verdict}"
        )
