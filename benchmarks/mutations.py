"""Damage to pages as networks, editors, redesigns and enemies do it, drawn from a seed.

A damaged page is its source and a list of steps, so that a failure can be told in a line, made
again anywhere, and made smaller by leaving out steps. Pages are damaged as Latin-1 text, in which
each character is one byte.
"""

import html as entities
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

MOST_STEPS = 4
"""How many times a page is damaged at most."""
_LONGEST_LOSS = 1_500

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_START_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_TEXT = re.compile(r">([^<>]*[^<>\s][^<>]*)<")
_CLASS = re.compile(r"""(class\s*=\s*["'])([^"']+)""")
_ATTRIBUTES = re.compile(r"""\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?""")
_CHARSET = re.compile(r"(charset\s*=\s*[\"']?)[\w-]+", re.IGNORECASE)
_LINKED_DATA = re.compile(r"(<script[^>]*ld\+json[^>]*>)(.*?)(</script>)", re.DOTALL)
_CHARSETS = ("utf-8", "utf-16", "iso-8859-1", "windows-1252", "us-ascii", "shift_jis", "x-none", "")
_NAMES = ("div", "p", "span", "b", "ins", "table", "td", "li", "a href=/berita/5/x", "blockquote",
          "figure", "h1", "font", "script", "article", "form", "o:p", "br", "noscript",
          "body")  # fmt: skip
_NOISE = ("\x00", "\xef\xbb\xbf", "\xff\xfe", "\x01", "\r", "\xa0", "\x93", "\xc2\xa0", "\xe2\x80",
          "&", "<", ">", '"', "'", "&nbsp", "&#0;", "&#x110000;", "<!--", "-->", "]]>", "<![CDATA[",
          "<?", "</", "\xed\xa0\x80", "\u007f", "&amp;nbsp;", "</html>", "</body>", "</p>", "</br>",
          "</div>", "<br>", "<br><br>", "<p>", "<div class=x>")  # fmt: skip
_JSON_NOISE = ("{", "}", "[", "]", ",", '"', "\\", "\n", "\x00", "null", "/*", "<!--", "1e999", ":")

_MOVE = "move text"

Mutation = Callable[[str, Random], str]


@dataclass(frozen=True, slots=True)
class Step:
    """One damage: which, and the seed of its details."""

    name: str
    seed: int


def steps(random: Random) -> list[Step]:
    """Draw what is to happen to a page."""
    count = random.randint(1, MOST_STEPS)
    return [Step(random.choice(NAMES), random.getrandbits(32)) for _ in range(count)]


def apply(page: bytes, damage: Sequence[Step]) -> bytes:
    """Return a page after steps of damage."""
    text = page.decode("latin-1")
    for step in damage:
        text = MUTATIONS[step.name](text, Random(step.seed))
    return text.encode("latin-1", "ignore")


def moved(page: bytes, damage: Sequence[Step]) -> list[str]:
    """Return the texts that the damage moved from their places, as a reader sees them."""
    texts = []
    for at, step in enumerate(damage):
        if step.name == _MOVE:
            before = apply(page, damage[:at]).decode("latin-1")
            spans = _pair([match.span(1) for match in _TEXT.finditer(before)], Random(step.seed))
            texts += [before[start:end] for start, end in spans]
    return [
        entities.unescape(text.encode("latin-1").decode("utf-8", "replace").replace("\x00", ""))
        for text in texts
    ]


def _cut(text: str, random: Random) -> str:
    return text[: random.randint(0, len(text))]


def _lose(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + text[at + random.randint(1, _LONGEST_LOSS) :]


def _repeat(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    end = at + random.randint(1, _LONGEST_LOSS)
    return text[:end] + text[at:]


def _swap_tags(text: str, random: Random) -> str:
    return _swapped(text, [match.span() for match in _TAG.finditer(text)], random)


def _move_text(text: str, random: Random) -> str:
    return _swapped(text, [match.span(1) for match in _TEXT.finditer(text)], random)


def _swapped(text: str, spans: list[tuple[int, int]], random: Random) -> str:
    pair = _pair(spans, random)
    if not pair:
        return text
    (a, b), (c, d) = pair
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def _pair(spans: list[tuple[int, int]], random: Random) -> list[tuple[int, int]]:
    return sorted(random.sample(spans, 2)) if len(spans) > 1 else []


def _remove_tag(text: str, random: Random) -> str:
    return _at_tag(text, random, lambda _: "")


def _double_tag(text: str, random: Random) -> str:
    return _at_tag(text, random, lambda tag: tag + tag)


def _rename_tag(text: str, random: Random) -> str:
    name = random.choice(_NAMES)
    return _at_tag(text, random, lambda tag: re.sub(r"^(</?)[\w:-]+", rf"\g<1>{name}", tag))


def _put_tag(text: str, random: Random) -> str:
    name = random.choice(_NAMES)
    new = f"</{name}>" if random.random() < 0.5 else f"<{name}>"  # noqa: PLR2004 - half of them
    return _at_tag(text, random, lambda tag: tag + new)


def _at_tag(text: str, random: Random, change: Callable[[str], str]) -> str:
    tags = list(_TAG.finditer(text))
    if not tags:
        return text
    tag = random.choice(tags)
    return text[: tag.start()] + change(tag[0]) + text[tag.end() :]


def _shuffle_attributes(text: str, random: Random) -> str:
    def shuffled(match: re.Match[str]) -> str:
        attributes = _ATTRIBUTES.findall(match[0])
        random.shuffle(attributes)
        return re.sub(r"^(<[\w:-]+).*?(/?>)$", r"\1", match[0], flags=re.DOTALL) + "".join(
            [*attributes, ">"]
        )

    return _START_TAG.sub(shuffled, text)


def _drop_attributes(text: str, random: Random) -> str:
    tags = [match for match in _START_TAG.finditer(text) if " " in match[0]]
    if not tags:
        return text
    tag = random.choice(tags)
    kept = [part for part in _ATTRIBUTES.findall(tag[0]) if random.random() < 0.5]  # noqa: PLR2004
    bare = re.sub(r"\s.*", "", tag[0], flags=re.DOTALL).rstrip(">")
    return text[: tag.start()] + bare + "".join(kept) + ">" + text[tag.end() :]


def _rename_class(text: str, random: Random) -> str:
    names = sorted({name for match in _CLASS.finditer(text) for name in match[2].split()})
    if not names:
        return text
    old, new = random.choice(names), random.choice([*names, "x", "ads", "baca-juga", "hidden"])
    one_word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    return _CLASS.sub(lambda match: match[1] + one_word.sub(new, match[2]), text)


def _flip_bytes(text: str, random: Random) -> str:
    letters = list(text)
    for _ in range(random.randint(1, 20) if letters else 0):
        at = random.randrange(len(letters))
        letters[at] = chr((ord(letters[at]) ^ 1 << random.randrange(8)) & 0xFF)
    return "".join(letters)


def _put_noise(text: str, random: Random) -> str:
    for _ in range(random.randint(1, 5)):
        at = random.randint(0, len(text))
        text = text[:at] + random.choice(_NOISE) * random.choice((1, 1, 1, 3, 50)) + text[at:]
    return text


def _rename_charset(text: str, random: Random) -> str:
    label = random.choice(_CHARSETS)
    return _CHARSET.sub(rf"\g<1>{label}", text)


def _recode(text: str, random: Random) -> str:
    encoding = random.choice(("cp1252", "utf-16", "utf-8-sig", "latin-1", "utf-16-le"))
    plain = text.encode("latin-1", "ignore").decode("utf-8", "replace")
    return plain.encode(encoding, "xmlcharrefreplace").decode("latin-1")


def _damage_json(text: str, random: Random) -> str:
    scripts = list(_LINKED_DATA.finditer(text))
    if not scripts:
        return text
    script = random.choice(scripts)
    data = script[2]
    for _ in range(random.randint(1, 6)):
        at = random.randint(0, len(data))
        data = data[:at] + random.choice(_JSON_NOISE) + data[at + random.choice((0, 0, 1, 9)) :]
    return text[: script.start(2)] + data + text[script.end(2) :]


MUTATIONS: dict[str, Mutation] = {
    "cut": _cut,
    "lose": _lose,
    "repeat": _repeat,
    "swap tags": _swap_tags,
    _MOVE: _move_text,
    "remove tag": _remove_tag,
    "double tag": _double_tag,
    "rename tag": _rename_tag,
    "put tag": _put_tag,
    "shuffle attributes": _shuffle_attributes,
    "drop attributes": _drop_attributes,
    "rename class": _rename_class,
    "flip bytes": _flip_bytes,
    "put noise": _put_noise,
    "rename charset": _rename_charset,
    "recode": _recode,
    "damage json": _damage_json,
}
NAMES = tuple(MUTATIONS)
