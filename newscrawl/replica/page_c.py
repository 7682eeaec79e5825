"""The article page of 2018 to 2022, national and in the bureaus' form, which they kept longer."""

import json
from html import escape

from newscrawl.replica import dates
from newscrawl.replica.markup import AD, LABEL, Around, names
from newscrawl.replica.page_c_body import container, picture
from newscrawl.replica.story import Story

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title} - ANTARA News{bureau}</title>
{meta}
</head>
<body>
<header id="header"><nav class="navbar navbar-default megamenu"><ul class="nav navbar-nav"><li><a href="https://{host}/">Home</a></li><li><a href="https://{host}/terkini">Terkini</a></li><li><a href="https://{host}/{world}">{world_name}</a></li></ul></nav></header>
<div id="main"><div id="main-container" class="container"><div class="main-content mag-content clearfix"><div class="row blog-content">
<div class="col-md-8">
<article class="post-wrapper clearfix">
 <header class="post-header clearfix"><h1 class="post-title">{title}</h1>
  {date}
  {picture}
  {quote}</header>
 {body}
 <footer class="post-meta"><div class="tags-wrapper">{foot}</div></footer>
 <ul class="rrssb-buttons clearfix"><li class="rrssb-facebook"><a href="https://www.facebook.com/sharer/sharer.php?u={url}"><span class="rrssb-text">facebook</span></a></li></ul>
 <input type="hidden" name="news_id" value="{number}">
</article>
<nav class="nextprev clearfix">{following}</nav>
</div>
<div class="col-md-4"><aside class="sidebar clearfix"><div class="widget"><h3 class="block-title"><span>Terpopuler</span></h3>{popular}</div><div class="widget">{ad}</div></aside></div>
</div></div></div></div>
<footer id="footer"><div class="container"><p>{label}</p></div></footer>
</body>
</html>
"""


def page(story: Story, around: Around) -> str:
    """Return the page of a story in the form it has now."""
    bureau = story.edition == "jatim"
    host = "jatim.antaranews.com" if bureau else "www.antaranews.com"
    quote = f'<div class="quote_old">{escape(story.description)}</div>'
    shown_above = "pull_quote" in story.traits and "quote_in_body" not in story.traits
    following = around.following
    markup = _PAGE.format(
        language=story.language,
        title=escape(story.headline),
        bureau=" Jawa Timur" if bureau else "",
        meta=_meta(story),
        host=host,
        world="mancanegara" if bureau else "dunia",
        world_name="Mancanegara" if bureau else "Dunia",
        date=_date(story),
        picture=picture(story),
        quote=quote if shown_above else "",
        body=container(story),
        foot=_bureau_credits(story) if bureau else _tags(story),
        url=escape(story.url),
        number=story.article_id,
        following=f'<a href="{escape(following.url)}"><span>Selanjutnya</span> {escape(following.headline)}</a>'
        if following
        else "",
        popular="".join(
            f'<article class="simple-post clearfix"><header><h3><a href="{escape(head.url)}?utm_source=antaranews&amp;utm_medium=desktop&amp;utm_campaign=popular_right" title="{escape(head.headline)}">{escape(head.headline)}</a></h3></header></article>'
            for head in around.popular
        ),
        ad=AD.format(slot=4004),
        label=LABEL,
    )
    return "\n" + markup if "leading_newline" in story.traits else markup


def _date(story: Story) -> str:
    icon = '<i class="fa fa-clock-o"></i>'
    english = story.language == "en"
    printed = dates.printed_english(story.published) if english else dates.printed(story.published)
    if story.edition != "jatim":
        return f'<p class="simple-share"><span class="article-date">{icon} {printed}</span></p>'
    exact = "" if "no_seconds" in story.traits else f' datetime="{story.published.isoformat()}"'
    return f'<p class="simple-here"><span class="article-date">{icon} <time{exact}>{printed}</time></span></p>'


def _meta(story: Story) -> str:
    summary, title = escape(story.summary), escape(story.headline)
    canonical = "" if "empty_canonical" in story.traits else escape(story.url)
    lines = [
        f'<meta name="description" content="{summary}">',
        f'<meta name="keywords" content="{escape(", ".join(story.tags))}">',
        f'<meta property="og:title" content="{title} - ANTARA News">',
        f'<meta property="og:description" content="{summary}">',
        '<meta property="og:type" content="article">',
        f'<meta property="article:section" content="{escape(story.section or "")}">',
        f'<link rel="canonical" href="{canonical}">',
        f'<link rel="amphtml" href="{escape(_amp(story.url))}">',
    ]
    if "no_og_url" not in story.traits:
        lines.append(f'<meta property="og:url" content="{escape(story.url)}">')
    if story.images:
        preview = story.images[0].url.replace("/1200x800/", "/800x533/").removesuffix(".webp")
        lines.append(f'<meta name="twitter:image" content="{escape(preview)}">')
    if "no_seconds" not in story.traits:
        lines.append(f'<meta itemprop="datePublished" content="{story.published.isoformat()}">')
    if story.modified:
        lines.append(f'<meta itemprop="dateModified" content="{story.modified.isoformat()}">')
    if "no_json_ld" not in story.traits:
        lines.append(f'<script type="application/ld+json">{_json_ld(story)}</script>')
    return "\n".join(lines)


def _amp(url: str) -> str:
    return url.replace("://www.", "://m.").replace(".com/", ".com/amp/")


def _json_ld(story: Story) -> str:
    """Its keywords begin with section and subsection; its author is the editor."""
    editor = story.credit.editors[0] if story.credit.editors else "ANTARA"
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "datePublished": story.published.isoformat(),
        "dateModified": (story.modified or story.published).isoformat(),
        "author": {"@type": "Person", "name": editor},
        "publisher": {"@type": "Organization", "name": "ANTARA"},
        "keywords": [[f"{story.section}:", f"Editor:{editor}", *story.tags]],
        "articleSection": story.section,
        "description": story.summary,
    }
    if not story.modified:
        del data["dateModified"]
    markup = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    if "broken_json_ld" in story.traits:
        markup = markup.replace(story.summary[:20], story.summary[:20].replace(" ", "\n"))
    return markup


def _tags(story: Story) -> str:
    items = "".join(
        f'<li><a href="https://www.antaranews.com/tag/{tag.replace(" ", "-")}" title="{escape(tag)}">{escape(tag)}</a></li>'
        for tag in story.tags
    )
    return f'<ul class="tags-widget clearfix"><li class="trending">TAGS:</li>{items}</ul>'


def _bureau_credits(story: Story) -> str:
    """A bureau's page has its credits where the national one has the tags."""
    lines = []
    if story.credit.reporters:
        lines.append(f"Pewarta: {names(story.credit.reporters, ', ')}")
    if story.credit.translators:
        lines.append(f"Penerjemah: {names(story.credit.translators, ', ')}")
    lines.append(f"Editor :&nbsp;{names(story.credit.editors, ', ')}")
    lines.append(escape(story.copyright_line))
    return "<br>".join(lines)
