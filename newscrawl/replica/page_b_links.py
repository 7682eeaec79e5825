"""The two blocks of links around a story of 2013 to 2018."""

from html import escape

from newscrawl.replica.story import Link, Story

_EMPTY = "/berita//?utm_source=fly&amp;utm_medium=related&amp;utm_campaign=news"


def related_block(story: Story) -> str:
    """Return "Berita Lainnya" under the story, three boxes a row."""
    links = [link for link in story.links if link.kind == "related_news"]
    if not links:
        return ""
    boxes = []
    for at, link in enumerate(links):
        last = at % 4 == 3  # noqa: PLR2004 - the last box of a row has a name of its own
        boxes.append(_box(link, "topbox2" if last else "topbox"))
        if last:
            boxes.append('<div class="cl"></div>')
    return f'<div class="terkait_bottom mt10"><div class="box_header">Berita Lainnya</div><div class="brtall">{"".join(boxes)}</div></div>'


def fly_in(story: Story) -> str:
    """Return the box "Baca Juga" that flies in beside the story."""
    links = [
        link for link in story.links if link.kind == "baca_juga" and link.after_paragraph is None
    ]
    items = "".join(_fly_item(_local(link, story), link.title) for link in links)
    if "empty_related" in story.traits:
        items += _fly_item(_EMPTY, "")
    if not items:
        return ""
    return f'<div id="box_fly"><div id="fly_close" class="pointer" title="Tutup"></div><div class="ttl">Baca Juga</div>{items}</div>'


def _box(link: Link, name: str) -> str:
    href = f"{escape(link.url.replace('https:', 'http:'))}?utm_source=related_news&amp;utm_medium=related&amp;utm_campaign=news"
    title = escape(link.title)
    return (
        f'<div class="{name}" itemscope itemtype="http://schema.org/WebPage"><a href="{href}" class="tooltip" title="{title}">'
        f'<img class="img_150x100" src="http://img.antaranews.com/new/noimage.jpg" itemprop="thumbnailUrl" alt="{title}" /></a>'
        f'<h3 itemprop="name"><a itemprop="relatedLink" href="{href}" class="tooltip" title="{title}">{title}</a></h3></div>'
    )


def _local(link: Link, story: Story) -> str:
    """The box links to its own host without naming it."""
    here = f"https://{story.host}/"
    href = escape(link.url.removeprefix(here[:-1]) if link.url.startswith(here) else link.url)
    return f"{href}?utm_source=fly&amp;utm_medium=related&amp;utm_campaign=news"


def _fly_item(href: str, title: str) -> str:
    return (
        '<div class="fall mb10" itemscope itemtype="http://schema.org/WebPage"><div class="boxpic"><div class="pic"><img alt="" src="http://img.antaranews.com/new/noimage.jpg" itemprop="thumbnailUrl" /></div></div>'
        f'<div class="boxtxt"><h2 itemprop="name"><a href="{href}" itemprop="relatedLink" title="{escape(title)}">{escape(title)}</a></h2></div><div class="cl"></div></div>'
    )
