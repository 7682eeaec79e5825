"""RSS in its shape of 2026."""

from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape

from newscrawl.clock import WIB
from newscrawl.replica.casting import ENGLISH_HOST
from newscrawl.replica.story import Story
from newscrawl.replica.writing import cut

_TEASER = 117
_MOTTO = "Berita Terkini dan Terpercaya Indonesia"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:media="http://search.yahoo.com/mrss/" version="2.0">
  <channel>
    <title>{section} - ANTARA News</title>
    <description>{motto}</description>
    <link>https://{home}</link>
    <language>{language}</language>
    <copyright>Copyright {built:%Y}, ANTARA News</copyright>
    <category>{section}</category>
    <lastBuildDate>{date}</lastBuildDate>
    <atom:link href="https://{host}/rss/{name}.xml" rel="self" type="application/rss+xml"/>
"""


def feed(host: str, name: str, stories: Sequence[Story], built: datetime) -> str:
    """Return the feed of some stories, newest first, as of its last change."""
    local = built.astimezone(WIB)
    section = name.replace("-", " ").title()
    english = host == ENGLISH_HOST
    head = _HEAD.format(
        section=section,
        motto="Latest and Trusted News from Indonesia" if english else _MOTTO,
        home=host if english else "www.antaranews.com",
        language="en" if english else "id",
        built=local,
        date=format_datetime(local),
        host=host,
        name=name,
    )
    return f"{head}{''.join(_item(story) for story in stories)}  </channel>\n</rss>\n"


def _item(story: Story) -> str:
    teaser = cut(story.blocks[0].text, _TEASER).replace("]]>", "]]&gt;")
    title, date = escape(story.headline), format_datetime(story.published.astimezone(WIB))
    picture = _small(story.images[0].url) if story.images else ""
    img = f'<img src="{escape(picture)}" align="left" border="0" />' if picture else ""
    return f"""    <item>
      <title>{title}</title>
      <link>{escape(story.url)}</link>
      <pubDate>{date}</pubDate>
      <description><![CDATA[{img}{teaser}]]></description>
      <content:encoded><![CDATA[{teaser}]]></content:encoded>
      <guid>{escape(story.url)}</guid>
{_media(story, picture) if picture else ""}    </item>
"""


def _media(story: Story, picture: str) -> str:
    return f"""      <media:content url="{escape(picture)}" medium="image">
        <media:title>{escape(story.headline)}</media:title>
        <media:description>{escape(story.images[0].printed)}</media:description>
      </media:content>
      <enclosure length="0" type="image/jpeg" url="{escape(picture)}"/>
"""


def _small(url: str) -> str:
    """The feed shows a smaller form of the page's picture."""
    return url.replace("/1200x800/", "/800x533/").replace("/ori/", "/small/")
