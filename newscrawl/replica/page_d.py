"""Today's article page (2023 to the present)."""

import json
from html import escape

from newscrawl.replica import dates
from newscrawl.replica.markup import LABEL, Around
from newscrawl.replica.page_d_body import container
from newscrawl.replica.page_d_links import after, tags
from newscrawl.replica.sidebar import sidebar
from newscrawl.replica.story import Story

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - ANTARA News</title>
{meta}
</head>
<body>
<header class="bg-light"><nav class="navbar">{menu}</nav></header>
<section class="pb-80"><div class="container"><div class="row">
<div class="col-md-12">{breadcrumbs}</div>
<div class="col-md-8">
<div class="wrap__article-detail">
<div class="wrap__article-detail-title"><h1>{title}</h1></div>
<hr>
<div class="wrap__article-detail-info"><ul class="list-inline">{info}</ul></div>
{image}
{quote}
{container}
{tags}
</div>
{after}
</div>
<div class="col-md-4"><div class="sticky-top">{sidebar}</div></div>
</div></div></section>
<footer><p>{label}</p></footer>
</body>
</html>
"""


def page(story: Story, around: Around) -> str:
    """Return the page of a story in the form it has now."""
    markup = _PAGE.format(
        title=escape(story.headline),
        language=story.language,
        menu=_menu(story),
        meta=_meta(story),
        breadcrumbs=_breadcrumbs(story),
        info=_info(story),
        image=_image(story),
        quote=f'<div class="quote_old">{escape(story.description)}</div>'
        if "pull_quote" in story.traits
        else "",
        container=container(story),
        tags=tags(story, _home(story)),
        after=after(story, around),
        sidebar=sidebar(around.popular),
        label=LABEL,
    )
    return "\n" + markup if "leading_newline" in story.traits else markup


def _menu(story: Story) -> str:
    names = {"terkini": "Terkini", "dunia": "Dunia"}
    if story.language == "en":
        names = {"latest-news": "Latest News", "world": "World"}
    links = "".join(f' <a href="{_home(story)}{path}">{name}</a>' for path, name in names.items())
    return f'<a href="{_home(story)}">ANTARA News</a>{links}'


def _home(story: Story) -> str:
    return f"https://{'en' if story.language == 'en' else 'www'}.antaranews.com/"


def _meta(story: Story) -> str:
    title = escape(story.headline)
    summary = escape(story.summary).replace("’", "&rsquo;").replace("&#x27;", "&#39;")
    lines = [
        f'<meta name="description" content="{summary}">',
        f'<meta property="og:title" content="{title} - ANTARA News">',
        f'<meta property="og:description" content="{summary}">',
        '<meta property="og:type" content="article">',
        f'<link rel="canonical" href="{"" if "empty_canonical" in story.traits else escape(story.url)}">',
    ]
    if "no_og_url" not in story.traits:
        lines.append(f'<meta property="og:url" content="{escape(story.url)}">')
    if story.images:
        lines.append(f'<meta property="og:image" content="{escape(story.images[0].url)}">')
    if "no_seconds" not in story.traits:
        lines.append(
            f'<meta property="article:published_time" content="{story.published.isoformat()}">'
        )
    if story.modified:
        lines.append(
            f'<meta property="article:modified_time" content="{story.modified.isoformat()}">'
        )
    if "no_json_ld" not in story.traits:
        lines.append(f'<script type="application/ld+json">{_json_ld(story)}</script>')
    return "\n".join(lines)


def _json_ld(story: Story) -> str:
    """The author that it names is the editor, and its keywords are a list in a list: so it was."""
    editor = story.credit.editors[0] if story.credit.editors else "ANTARA"
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "description": story.summary,
        "datePublished": story.published.isoformat(),
        "author": {"@type": "Person", "name": editor},
        "publisher": {"@type": "Organization", "name": "ANTARA"},
        "keywords": [[f"{story.section}:", f"Editor:{editor}", *story.tags]],
        "image": [image.url for image in story.images],
    }
    if story.modified:
        data["dateModified"] = story.modified.isoformat()
    markup = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    if "broken_json_ld" in story.traits:
        markup = markup.replace(story.summary[:20], story.summary[:20].replace(" ", "\n"))
    return markup


def _breadcrumbs(story: Story) -> str:
    items = [
        f'<li class="breadcrumbs__item"><a href="{_home(story)}" class="breadcrumbs__url"><i class="fa fa-home"></i> {story.breadcrumbs[0]}</a></li>'
    ]
    path = _home(story).rstrip("/")
    for name in story.breadcrumbs[1:]:
        path += "/" + name.lower().replace(" ", "-")
        items.append(
            f'<li class="breadcrumbs__item"><a href="{path}" class="breadcrumbs__url">{escape(name)}</a></li>'
        )
    return f'<ul class="breadcrumbs bg-light mb-4">{"".join(items)}</ul>'


def _info(story: Story) -> str:
    date = f'<li class="list-inline-item mr-2"><span class="text-secondary font-weight-normal"><i class="fa fa-clock-o"></i> {_printed(story)}</span></li>'
    minutes = len(story.body.split()) // 180 + 1
    time = (
        f"reading time {minutes} minutes"
        if story.language == "en"
        else f"waktu baca {minutes} menit"
    )
    reading = f'<li class="list-inline-item">{time}</li>'
    return reading + date if "info_reversed" in story.traits else date + reading


def _printed(story: Story) -> str:
    english = story.language == "en"
    return dates.printed_english(story.published) if english else dates.printed(story.published)


def _image(story: Story) -> str:
    # The second picture of an article stands in its text, those of a photo page one after another.
    shown = story.images if story.kind == "photo" else story.images[:1]
    figures = "".join(_figure(story, at) for at in range(len(shown)))
    if story.kind == "video":
        figures += f'<video id="videoplayer" controls><source src="https://cdn.antaranews.com/video/{story.article_id}.mp4" type="video/mp4"></video>'
    return f'<div class="wrap__article-detail-image mt-4">{figures}</div>' if figures else ""


def _figure(story: Story, at: int) -> str:
    image = story.images[at]
    source = f'src="{escape(image.url)}"'
    if "lazy_image" in story.traits:
        source = f'src="/img/blank.gif" data-src="{escape(image.url)}"'
    caption = f"<figcaption>{escape(image.printed)}</figcaption>" if image.printed else ""
    return f'<figure><picture><img class="img-fluid" {source} alt="{escape(story.headline)}"></picture>{caption}</figure>'
