"""The story that must come out right whatever template it is served in, from its captured text.

The text is read from the captured file; nothing of it stands here.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newscrawl.items import Article, Dateline

if TYPE_CHECKING:
    from collections.abc import Callable
from tests.antara.pages import amp, era_b, era_c, era_d, read


@dataclass(frozen=True)
class Seed:
    """The captured text, line by line in its order."""

    headline: str
    caption: str
    blocks: list[str]
    """From the dateline to the copyright."""
    next_title: str
    notice: str


def _seed(pages: Path) -> Seed:
    text = (pages / "seed-article-2020-10-09.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    return Seed(lines[0], lines[2], lines[3:-3], lines[-3], lines[-2])


def _number(place: int) -> int:
    return 1_770_000 + place


def _linked(place: int, line: str) -> str:
    title = line.removeprefix("Baca juga: ")
    return f'Baca juga: <a href="/berita/{_number(place)}/x?utm_source=antaranews">{title}</a>'


def _lines(seed: Seed) -> list[str]:
    return [
        _linked(place, line) if line.startswith("Baca juga") else line
        for place, line in enumerate(seed.blocks)
    ]


def _in_d(seed: Seed) -> str:
    *story, translator, editor, copyright_ = _lines(seed)
    content = "".join(f"<p>{line}</p>" for line in story)
    credits_ = f'<p class="text-muted mt-2 small">{translator}<br>{editor}<br>{copyright_}</p>'
    figure = f'<figure><img src="/x/a.jpg"><figcaption>{seed.caption}</figcaption></figure>'
    under = (
        f'<div class="single_navigation-next"><a href="/berita/9/x">{seed.next_title}</a></div>'
        f'<div id="comments"><p>{seed.notice}</p></div>'
    )
    return era_d(content + credits_, headline=seed.headline, figure=figure, under=under)


def _in_b(seed: Seed) -> str:
    *story, translator, editor, copyright_ = _lines(seed)
    content = "<br />\n<br />\n".join((*story, translator))
    end = f'<p class="mt10">{editor}</p><p class="date">{copyright_}</p>'
    picture = (
        f'<div id="image_news"><img src="http://img.antaranews.com/new/2020/10/ori/a.jpg">'
        f'<div id="caption_news">{seed.caption}</div></div>'
    )
    after = f"<h4><a href='/berita/9/x'>{seed.next_title}</a></h4><p>{seed.notice}</p>"
    return era_b(content + end, headline=seed.headline, picture=picture, after=after)


def _in_c(seed: Seed) -> str:
    *story, translator, editor, copyright_ = _lines(seed)
    end = f'<p class="text-muted small mt10">{translator}<br />{editor}<br />{copyright_}</p>'
    picture = (
        '<figure class="image-overlay"><picture><img data-src="/cache/800x533/a.jpg"></picture>'
        f'</figure><div class="wp-caption"><p class="wp-caption-text">{seed.caption}</p></div>'
    )
    after = f'<div class="next"><a href="/berita/9/x">{seed.next_title}</a></div>{seed.notice}'
    content = "<br /><br />".join(story) + "<script></script>" + end
    return era_c(content, headline=seed.headline, picture=picture, after=after)


def _in_amp(seed: Seed) -> str:
    *story, translator, editor, copyright_ = _lines(seed)
    credits_ = f"<p>{translator}<br>{editor}<br>{copyright_}</p>"
    # As regional pages do, the end of the story twice.
    paragraphs = [line for line in story if "<a" not in line]
    content = "".join(f"<p>{line}</p>" for line in [*story, *paragraphs[-2:]]) + credits_
    picture = f'<amp-img src="/cache/800x533/a.jpg"></amp-img><p>{seed.caption}</p>'
    after = f"<h3>{seed.next_title}</h3><p>{seed.notice}</p>"
    return amp(content, headline=seed.headline, picture=picture, after=after)


@pytest.fixture(params=[_in_b, _in_c, _in_d, _in_amp], ids=["B", "C", "D", "AMP"])
def story(request: pytest.FixtureRequest, real_pages: Path) -> tuple[Seed, Article]:
    """The captured text, and what is read from it in one template."""
    serve: Callable[[Seed], str] = request.param
    seed = _seed(real_pages)
    return seed, read(serve(seed))


def test_headline_and_picture(story: tuple[Seed, Article]) -> None:
    """The headline comes once; the credit is parted and its repetition in brackets dropped."""
    seed, article = story
    assert article.headline == seed.headline
    (image,) = article.images
    assert image.credit == "REUTERS/Aziz Karimov/aww/cfo"
    assert image.caption == seed.caption.partition(" REUTERS/")[0]
    assert (image.caption or "").endswith("Selasa (6/10/2020).")


def test_text(story: tuple[Seed, Article]) -> None:
    """The body is the nine paragraphs, without dateline, links, source and credits."""
    seed, article = story
    dateline = Dateline(place="Baku/Yerevan", text="Baku/Yerevan (ANTARA) - ")
    paragraphs = [seed.blocks[at] for at in (0, 1, 2, 3, 6, 7, 8, 9, 10)]
    paragraphs[0] = paragraphs[0].removeprefix(dateline.text)
    assert article.dateline == dateline
    assert (article.body or "").split("\n\n") == paragraphs


def test_related(story: tuple[Seed, Article]) -> None:
    """Two "Baca juga" links stand after the fourth paragraph, three after the ninth."""
    seed, article = story
    places = [at for at, line in enumerate(seed.blocks) if line.startswith("Baca juga")]
    titles = [seed.blocks[at].removeprefix("Baca juga: ") for at in places]
    assert [link.article_id for link in article.related] == [_number(at) for at in places]
    assert [link.title for link in article.related] == titles
    assert [link.after_paragraph for link in article.related] == [4, 4, 9, 9, 9]
    assert {link.kind for link in article.related} == {"baca_juga"}


def test_credits(story: tuple[Seed, Article]) -> None:
    """Agency, translator, editor and copyright come as printed; there is no reporter."""
    _, article = story
    assert (article.agencies, article.reporters) == (["Reuters"], [])
    assert article.translators == ["Suwanti"]
    assert article.editors == ["Yuni Arisandy Sinaga"]
    assert article.copyright_notice == "COPYRIGHT © ANTARA 2020"


def test_nothing_else_is_in_the_record(story: tuple[Seed, Article]) -> None:
    """Neither the next story's title nor the notice on comments is in any field."""
    seed, article = story
    assert seed.next_title not in repr(article)
    assert "Komentar" not in repr(article)
