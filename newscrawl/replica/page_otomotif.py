"""The topic hosts' own form of the template of 2013 to 2018: no microdata, no ``<time>``."""

from html import escape
from urllib.parse import urlsplit

from newscrawl.replica import dates
from newscrawl.replica.markup import AD, LABEL, Around, link_places, names, text
from newscrawl.replica.page_b import image_box
from newscrawl.replica.story import Link, Story

_PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="id" xmlns:fb="http://ogp.me/ns/fb#">
<head>
<title>{title} - ANTARA News Otomotif</title>
<meta name="keywords" content="{title}, {tags}, berita terkini, berita Indonesia, berita harian, portal Indonesia, berita terbaru" />
<meta name="description" content="{summary}" />
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta property="og:title" content="{title} " />
<meta property="og:description" content="{summary}" />
<meta property="og:image" content="{preview}"/>
</head>
<body>
<div class="topbar"><div class="otobox"><div class="mbar"><a href="http://otomotif.antaranews.com/terkini" title="Berita Otomotif Terkini">Otomotif Terkini</a></div></div></div>
<div class="otobox"><ul id="otonav" class="menul"><li><a href="http://otomotif.antaranews.com/umum" title="Umum">Umum</a></li><li><a href="http://otomotif.antaranews.com/prototype" title="Prototype">Prototype</a></li></ul></div>
<div class="otobox"><div class="dticker"><div class="dpticker tac">{today}</div></div></div>
<div class="frame">
    <div class="bjbrt">
        <h1 class="title"><strong>{title} </strong></h1>
        <div class="date mt10">{date} | {views} Views</div>
        {byline}
        <div class="pbrt">{image}<div class="cl"></div></div>
        {quote}
          <div id="content_news">
          {body}<p class="mt10">Editor: {editor}</p><p class="date">{copyright}</p>
          </div>
        <div class="cl"></div>
        <div class="sharebox"><div class="addthis_toolbox addthis_default_style "><a class="addthis_button_tweet"></a></div></div>
        <div style="width:336px;margin: 10px auto;">{ad}</div>
        {related}
        <div class="mt20"><fb:comments href="http://otomotif.antaranews.com/berita/{number}/prototype" width="630" num_posts="10"></fb:comments></div>
        <div class="cl"></div>
  </div>
  <div class="box_right"><div class="otogreen"><div class="titlegr"><h2 class="disline"><a href="prototype" title="Prototype">Prototype</a></h2></div>{popular}</div></div>
  <div class="cl"></div>
</div>
{fly}
<div class="footer"><div class="footer_bg"><div class="copy"><a href="http://www.antaranews.com">www.antaranews.com</a><br>{label}</div></div></div>
</body></html>
"""
_STYLE = "font-family: Helvetica; font-size: 13px; line-height: normal;"


def page(story: Story, around: Around) -> str:
    """Return the page of a story in the form it has now."""
    preview = story.images[0].url.replace("/ori/", "/small/") if story.images else ""
    credit, quoted = story.credit, "pull_quote" in story.traits
    markup = _PAGE.format(
        title=escape(story.headline),
        tags=escape(", ".join(story.tags)),
        summary=escape(story.summary),
        preview=escape(preview or "http://img.antaranews.com/new"),
        today=f"{dates.weekday(story.published)}, {story.published:%d/%m/%Y}",
        date=dates.printed(story.published),
        views=story.article_id % 900 + 40,
        byline=f'<div class="byline">Pewarta: {names(credit.reporters, " dan ")}</div>'
        if credit.reporters
        else "",
        image=image_box(story),
        quote=f"<blockquote>{escape(story.description)}</blockquote>" if quoted else "",
        body=_body(story),
        editor=names(credit.editors, " dan "),
        copyright=escape(story.copyright_line).replace("©", "&copy;"),
        ad=AD.format(slot=7107),
        related=_related(story),
        number=story.article_id,
        popular="".join(
            f'<div class="grsubox topborder"><h4><a href="{urlsplit(head.url).path}" title="{escape(head.headline)}">{escape(head.headline)}</a></h4></div>'
            for head in around.popular
        ),
        fly=_fly_in(story),
        label=LABEL,
    )
    return "\n" + markup if "leading_newline" in story.traits else markup


def _body(story: Story) -> str:
    """Each paragraph is a styled ``div``, and so is each empty line between two of them."""
    places, pieces = link_places(story), []
    for at, block in enumerate(story.blocks):
        marked = text(block.text, story, first=at == 0)
        marked = f"<b>{marked}</b>" if block.kind == "subhead" else marked
        pieces.append(escape(story.dateline_text or "") + marked if at == 0 else marked)
        pieces += [
            f'<b>Baca juga: <a href="{link.url}">{escape(link.title)}</a></b>'
            for link in places.get(at + 1, [])
        ]
    if story.credit.source_line:
        pieces.append(escape(story.credit.source_line))
    if story.credit.translators:
        pieces.append(f"Penerjemah: {names(story.credit.translators, ' dan ')}")
    if "desk_code" in story.traits:
        pieces.append("(*)")
    empty = f'<div style="{_STYLE}"><br></div>'
    return empty.join(f'<div style="{_STYLE}">{piece}</div>' for piece in pieces)


def _related(story: Story) -> str:
    links = [link for link in story.links if link.kind == "related_news"]
    boxes = "".join(
        f'<div class="topbox"><a href="{_local(link)}" class="tooltip" data-tooltip="{escape(link.title)} ..." title="{escape(link.title)}"><img class="img_150x100" src="http://img.antaranews.com/new/noimage.jpg" alt="{escape(link.title)}" />\n              {escape(link.title)}</a></div>'
        for link in links
    )
    if not boxes:
        return ""
    return f'<div class="terkait_bottom mt10"><div class="box_header">Berita Lainnya</div><div class="brtall">{boxes}</div><div class="cl"></div></div>'


def _fly_in(story: Story) -> str:
    links = [
        link for link in story.links if link.kind == "baca_juga" and link.after_paragraph is None
    ]
    items = "".join(
        f'<div class="fall mb10"><div class="boxpic"><div class="pic"><img src="http://img.antaranews.com/new/noimage.jpg" /></div></div><div class="boxtxt"><a href="{_local(link)}?utm_source=fly&amp;utm_medium=related&amp;utm_campaign=flybox">{escape(link.title)}</a></div><div class="cl"></div></div>'
        for link in links
    )
    if not items:
        return ""
    return f'<div id="box_fly"><div id="fly_close" class="pointer" title="Tutup"></div><div class="ttl">Baca Juga</div>{items}</div>'


def _local(link: Link) -> str:
    return escape(urlsplit(link.url).path)
