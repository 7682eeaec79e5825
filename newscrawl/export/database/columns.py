"""How a table of the SQLite export is described."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    type: type[str | int]
    meaning: str
    leads_to: str | None = None
    """Table whose key it is."""
    unit: str | None = None
    index: bool = False
    """Whether it is looked up, sorted or counted by; keys of other tables always are."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    meaning: str
    columns: dict[str, Column]
    key: tuple[str, ...]
    unique: tuple[str, ...] = ()
    """A column, if any, whose values come once, apart from the key."""
    label: str | None = None
    """The column by which a person knows a row."""
    facets: tuple[str, ...] = ()
    newest_first: str | None = None
    hidden: bool = False
    extra: dict[str, str] = field(default_factory=dict)
    """More of what Datasette's metadata take for a table."""
