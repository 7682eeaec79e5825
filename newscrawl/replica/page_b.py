"""The article page of 2013 to 2018, in which the site still serves some stories."""

from html import escape

from newscrawl.replica import dates
from newscrawl.replica.markup import AD, LABEL, Around, link_places, names, text
from newscrawl.replica.page_b_links import fly_in, related_block
from newscrawl.replica.part_links import part_links
from newscrawl.replica.story import Story
from newscrawl.replica.word import word_paragraphs

_PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="{language}">
<head>
<title>{title} - ANTARA News</title>
{meta}
</head><body>
<div class="menu"><ul id="topnav"><li><a class="home" href="/" title="ANTARA News Home">Home</a></li>
<li><a href="/nasional" title="Nasional">Nasional</a></li>
<li class="active"><a href="/{slug}" title="{section}">{section}</a><span style="display:block"><div class="menu_bg"><a class="active" href="/{slug}/umum" title="{section}">{sub}</a></div></span></li></ul></div>
<div class="main">
<div class="bjbrt" itemscope itemtype="http://schema.org/NewsArticle">
	<h1 class="title" itemprop="headline"><strong>{title}</strong></h1>
	<div class="date mt10"><time itemprop="datePublished" datetime="{iso}">{printed}</time> | {views} Views</div>
	{modified}<span itemprop="inLanguage" style="display:none">{language}</span>
	<span itemprop="keywords" style="display:none">{tags}</span>
	<a itemprop="url" href="{url}"></a>
	{byline}
	<div class="pbrt">{image}<div class="cl"></div></div>
	{quote}
	<div id="content_news" itemprop="articleBody">
		{body}{editor}{further}<p class="date">COPYRIGHT &copy; <span itemprop="copyrightHolder">ANTARA</span> <span itemprop="copyrightYear">{year}</span></p>
		<div style="width:336px;margin: 10px auto;">{ad}</div><div class="cl"></div>
	</div>
	<div class="sharebox"><div class="addthis_toolbox"><a class="addthis_button_tweet"></a></div></div>
	{related}
	<div id="boxKomentar" class="mt10"><div class="box_header">Komentar Pembaca</div></div>
</div>
<div class="right"><div class="box_header">Terpopuler</div><ul class="terpopuler">{popular}</ul></div>
</div>
{fly}
<div class="footer_bg"><div class="copy"><a href="http://www.antaranews.com">www.antaranews.com</a><br>{label}</div></div>
</body></html>
"""


def page(story: Story, around: Around) -> str:
    """Return the page of a story in the form it has now."""
    markup = _PAGE.format(
        title=escape(story.headline),
        language=story.language,
        meta=_meta(story),
        section=escape(story.section or ""),
        slug=(story.section or "").lower().replace(" ", "-"),
        sub="Umum",
        iso=story.published.isoformat(),
        printed=dates.printed(story.published),
        views=f"{story.article_id % 9 + 1}.{story.article_id % 1000:03}",
        modified=_modified(story),
        tags=escape(", ".join(story.tags)),
        url=escape(story.url.replace("https:", "http:")),
        byline=_byline(story),
        image=image_box(story),
        quote=f"<blockquote>\n        {escape(story.description)}        </blockquote>"
        if "pull_quote" in story.traits
        else "",
        body=_body(story),
        editor=_editor(story),
        further=part_links(story),
        year=story.published.year,
        ad=AD.format(slot=7007),
        related=related_block(story),
        popular="".join(
            f'<li><a href="{head.url}?utm_source=populer_home&amp;utm_medium=populer&amp;utm_campaign=news">{escape(head.headline)}</a></li>'
            for head in around.popular
        ),
        fly=fly_in(story),
        label=LABEL,
    )
    return "\n" + markup if "leading_newline" in story.traits else markup


def _meta(story: Story) -> str:
    summary, keywords = escape(story.summary), escape(", ".join(story.tags))
    picture = escape(story.images[0].url) if story.images else "http://img.antaranews.com/new"
    lines = [
        f'<meta name="keywords" content="{keywords}, berita terkini, berita Indonesia, berita online, portal Indonesia" />',
        f'<meta name="description" content="{summary}" />',
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />',
        f'<meta property="og:title" content="{escape(story.headline)}" />',
        f'<meta property="og:description" content="{summary}\n{escape(story.blocks[-1].text)}" />',
        f'<meta property="og:image" content="{picture}"/>',
        f'<meta itemprop="datePublished" content="{story.published.isoformat()}" />',
    ]
    if "empty_canonical" in story.traits:
        lines += ['<link rel="canonical" href="" />', '<meta property="og:url" content="" />']
    return "\n".join(lines)


def _modified(story: Story) -> str:
    if story.modified is None:
        return ""
    return f'<meta itemprop="dateModified" content="{story.modified.isoformat()}" />\n\t'


def _byline(story: Story) -> str:
    """Stories from a wire often name nobody but the editor."""
    if not story.credit.reporters:
        return ""
    # The page of a release never closes the span.
    end = "" if "unclosed_span" in story.traits else "</span>"
    return f'<div class="byline">Pewarta: <span itemprop="author">{names(story.credit.reporters, " dan ")}{end}</div>'


def _editor(story: Story) -> str:
    if not story.credit.editors or not story.part.shows_credits:
        return ""
    return f'<p class="mt10">Editor: <span itemprop="editor">{names(story.credit.editors, " dan ")}</span></p>'


def image_box(story: Story) -> str:
    """Return the picture with its caption."""
    if not story.images:
        return ""
    image, title = story.images[0], escape(story.headline)
    return f'<div id="image_news"><img src="{escape(image.url)}" alt="{title}" title="{title}" class="img_default" /><div id="caption_news">{escape(image.printed)}</div></div>'


def _body(story: Story) -> str:
    if story.scenario.form == "release":
        return word_paragraphs(story)
    gap = "<br><br>\n   " if "double_br_indented" in story.traits else "<br />\n<br />\n"
    places = link_places(story)
    pieces = []
    for at, block in enumerate(story.blocks):
        marked = text(block.text, story, first=at == 0)
        marked = f"<b>{marked}</b>" if block.kind == "subhead" else marked
        pieces.append(escape(story.dateline_text or "") + marked if at == 0 else marked)
        pieces += [
            f'<b>Baca juga: <a href="{link.url}" title="{escape(link.title)}">{escape(link.title)}</a></b>'
            for link in places.get(at + 1, [])
        ]
    pieces[-1] += escape(story.crew)
    if story.credit.source_line:
        pieces.append(escape(story.credit.source_line))
    if not story.part.is_last:
        return gap.join(pieces)
    if "desk_code" in story.traits:
        pieces.append("(Uu.T008)" if story.article_id % 2 else "(*)")
    if story.credit.translators:
        pieces.append(f"Penerjemah: {names(story.credit.translators, ' dan ')}")
    return gap.join(pieces)
