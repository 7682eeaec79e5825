"""Two values of a field, in short: where they differ."""

import json
from typing import Any

_BEFORE, _LONGEST = 16, 48
_MORE = "…"


def around(before: Any, after: Any) -> tuple[str, str, str]:
    """Return both values around the place where they begin to differ, with an arrow between."""
    texts = [_text(before), _text(after)]
    pairs = enumerate(zip(*texts, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(map(len, texts)))
    start = max(0, same - _BEFORE)
    first, second = (_cut(text, start) for text in texts)
    return first, "->", second


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cut(text: str, start: int) -> str:
    end = start + _LONGEST
    return (_MORE if start else "") + text[start:end] + (_MORE if len(text) > end else "")
