"""Which stories are looked at."""

from newscrawl.antara.feeds import FeedItem
from newscrawl.antara.urls import story_url
from newscrawl.doctor.choice import choose, kinds_left_out
from newscrawl.doctor.diagnosis import Lead
from newscrawl.items import Image

WWW = "www.antaranews.com"


def lead(path: str, host: str = WWW, *, shown: bool = False) -> Lead:
    """Return a story that is named, perhaps with a picture in the feed."""
    story = story_url(f"https://{host}/{path}/x")
    assert story is not None
    image = Image(url="https://cdn.antaranews.com/1.jpg") if shown else None
    return Lead(story, "x", FeedItem(story, "x", None, None, image))


def test_one_of_each_kind() -> None:
    """The newest of a kind is taken, one with a picture in the feed before others."""
    leads = [lead("berita/3"), lead("foto/9"), lead("berita/2", shown=True), lead("berita/1")]
    assert [found.story.article_id for found in choose(leads, WWW)] == [2, 9]


def test_other_hosts_come_last_and_cost_more() -> None:
    """A host that was not asked before costs its robots.txt too."""
    topic = "bola.antaranews.com"
    leads = [
        lead("berita/3", topic),
        lead("berita/2"),
        lead("video/7", topic),
        lead("foto/4", topic),
    ]
    assert [found.story.article_id for found in choose(leads, WWW)] == [2, 4, 7]
    chosen = choose(leads, WWW, budget=2)
    assert [found.story.article_id for found in chosen] == [2]
    assert kinds_left_out(leads, chosen) == (["infographic", "press_release"], ["photo", "video"])
