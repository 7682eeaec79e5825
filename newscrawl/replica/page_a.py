"""The article page of 2009 to 2014, in Indonesian and, under /en/news/, in English."""

from html import escape
from urllib.parse import urlsplit

from newscrawl.replica import dates
from newscrawl.replica.markup import LABEL, Around, names, text
from newscrawl.replica.story import Link, Story

_PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta name="keywords" content="{tags}, antara news, indonesia news" />
<meta name="description" content="{summary}" />
<meta name="copyright" content="ANTARA News Agency">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{title} - ANTARA News</title>
<link rel="image_src" href="{preview}" />
<script type="text/javascript" src="/js/jquery-1.3.2.min.js"></script>
<!--[if lte IE 7]>
<link rel="stylesheet" href="/css/jquery.tabs-ie.css" type="text/css" media="projection, screen">
<![endif]-->
</head>
<body>
<div id="header"><div id="section_3"><div class="container">
    <a id="home" href="{home}"><span class="althome">antara news</span></a>
    <ul id="topnav">{menu}</ul>
    <div class="language"><a href="{other_home}">{other}</a></div><div class="clear"></div>
</div></div></div>
<div id="outside"><div id="wrapper_page"><div id="main_bodyContent">
      <div class="clear"></div>
      <div id="mainCntn_col_1_sub">
        <div id="box_topik_utama">
        <h1 class="news-title">{title}</h1>
        <p class="datetime">{date} | {views} Views</p>
                  <div class="pos-content"><span class="post-content" style="margin-top: 20px;">
          {left}
        {body}{editor}<p>{copyright}</p>            <div class="clear"></div>
            <div style="text-align: center"><script type="text/javascript"><!--
google_ad_client = "pub-0000000000000000";
//-->
</script></div>
            <div id="sharebox">
                <div class="print"><a href="/print/{number}" target="_blank">Print</a></div>
                <div class="email"><a href="/ajax/send_mail.php?={number}" id="email">Email</a></div>
                <a id="facebook" href="http://www.facebook.com/sharer.php?u={url}&amp;t=" title="Facebook" target="_blank"><span class="altfacebook">Facebook</span></a>
                <div class="clear"></div>
            </div>
            <div id="boxKomentar"><div class="title_com">{comment}</div><div id="comments"><div id="loading"></div></div>
            <form id="post_comment" method="post"><table><tr><td>Email</td><td><input name="email" type="text" class="text_frm required" /></td></tr></table></form></div>
          </span></div>
      </div>
      <div class="clear"></div>
    </div>
    <div id="rightBar"><div class="box_r"><div class="title"><a href="{section_path}">{section}</a><a class="btn_index" href="{section_path}"></a></div>
        <div class="list_default"><ul>{popular}</ul></div></div></div>
    <div class="clear"></div>
  </div></div>
  <div id="footer"><div class="copyright"><ul><li><a href="http://www.antaranews.com">www.antaranews.com</a></li><li>{label}</li></ul></div></div>
</div>
</body>
</html>
"""
_MENUS = {
    "id": ("Nasional", "Internasional", "Ekonomi", "Olahraga", "Otomotif", "Humaniora"),
    "en": ("National", "International", "Business", "Sports", "Lifestyle"),
}
_AD = '<div>\n<script type="text/javascript">\ninnity_width = "300";\ninnity_height = "250";\n</script>\n<script type="text/javascript" src="http://cdn.innity.example/network.js"></script>\n</div>'


def page(story: Story, around: Around) -> str:
    """Return the page of a story in the form it has now."""
    english = story.language == "en"
    home, other_home = ("/en", "/") if english else ("/", "/en")
    picture = story.images[0].url if story.images else "http://img.antaranews.com/new"
    markup = _PAGE.format(
        title=escape(story.headline),
        tags=escape(", ".join(story.tags)),
        summary=escape(story.summary),
        preview=escape(picture),
        home=home,
        other_home=other_home,
        other="Bahasa" if english else "English",
        menu=_menu(story, home.rstrip("/")),
        date=dates.on_era_a(story.published, story.language),
        views=story.article_id % 900 + 12,
        left=_left(story),
        body=_body(story),
        editor=_editor(story),
        copyright=escape(story.copyright_line).replace("©", "&copy;"),
        number=story.article_id,
        url=escape(story.url.replace("https:", "http:")),
        comment="Comment" if english else "Komentar",
        section=escape(story.section or ""),
        section_path=f"{home.rstrip('/')}/{(story.section or '').lower().replace(' ', '-')}",
        popular="".join(
            f'<li><a href="{urlsplit(head.url).path}">{escape(_shortened(head.headline))}</a></li>'
            for head in around.popular
        ),
        label=LABEL,
    )
    return "\n" + markup if "leading_newline" in story.traits else markup


def _menu(story: Story, home: str) -> str:
    section = story.section or ""
    listed = dict.fromkeys((*_MENUS[story.language], section))
    active = {section: ' class="active"'}
    return "".join(
        f'<li><a href="{home}/{name.lower().replace(" ", "-")}"{active.get(name, "")}>{escape(name)}</a></li>'
        for name in listed
    )


def _left(story: Story) -> str:
    """Return the box before the text: ad, picture, pull quote, related news."""
    pieces = [_AD]
    if story.images:
        image = story.images[0]
        small = escape(image.url.replace("/ori/", "/small/"))
        pieces.append(
            f'<div id="pict"><a class="zoom" href="{escape(image.url)}"><img id="wpict" src="{small}" width="300" alt="{escape(story.headline)}" /></a><p>{escape(image.printed)}</p></div>'
        )
    if "pull_quote" in story.traits:
        pieces.append(f"<blockquote>\n\t\t  {escape(story.description)}\t\t  </blockquote>")
    if story.links:
        items = "".join(f"<li>{_link(link)}</li>" for link in story.links)
        title = "Related News" if story.language == "en" else "Berita Terkait"
        pieces.append(
            f'<div class="title_relatedNews">{title}</div>\n            <div class="cntn"><div class="list_news"><ul>{items}</ul></div></div>'
        )
    stray = "</div>" if "stray_end_tag" in story.traits else ""
    return f'<div id="box_newsLeft">\n\t\t  {"".join(pieces)}</div>{stray}'


def _editor(story: Story) -> str:
    if not story.credit.editors:
        return ""
    return f'<p class="mt10"><i>Editor: {names(story.credit.editors, " dan ")}</i></p>'


def _link(link: Link) -> str:
    """The page links to its own host without naming it."""
    return f'<a class="tooltip" href="{escape(urlsplit(link.url).path)}">{escape(link.title)}</a>'


def _body(story: Story) -> str:
    pieces = []
    for at, block in enumerate(story.blocks):
        marked = text(block.text, story, first=at == 0)
        marked = f"<b>{marked}</b>" if block.kind == "subhead" else marked
        pieces.append(escape(story.dateline_text or "") + marked if at == 0 else marked)
    pieces[-1] += escape(story.crew)
    if "desk_code" in story.traits:
        pieces[-1] += "(*)" if story.article_id % 2 else "<br><br>\n     (Uu.T008)"
    if story.credit.source_line:
        pieces.append(escape(story.credit.source_line))
    english = story.language == "en"
    for label, people in (
        ("Reporting by" if english else "Pewarta", story.credit.reporters),
        ("Translator" if english else "Penerjemah", story.credit.translators),
    ):
        if people:
            pieces.append(f"{label}: {names(people, ' and ' if english else ' dan ')}")
    return "<br><br>\n     ".join(pieces)


def _shortened(title: str) -> str:
    words = title.split()
    return " ".join(words[:4]) + " ..." if len(words) > 4 else title  # noqa: PLR2004 - as the column is narrow
