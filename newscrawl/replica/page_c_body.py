"""The text container of the template of 2018 to 2022, and its pictures."""

from html import escape

from newscrawl.replica.markup import AD, baca_juga_address, credits_of, link_places, text
from newscrawl.replica.part_links import part_links
from newscrawl.replica.story import Link, Picture, Story
from newscrawl.replica.word import word_paragraphs


def picture(story: Story) -> str:
    """Return the picture in the header, a gallery's slides, or a video's player."""
    if story.kind == "photo":
        slides = "".join(
            f'<li>{_lazy(image, story)}<div class="flex-caption">{escape(image.printed)}</div></li>'
            for image in story.images
        )
        return f'<div class="flexslider"><ul class="slides">{slides}</ul></div>'
    shown = ""
    if story.images:
        image = story.images[0]
        caption = (
            f'<div class="wp-caption"><p class="wp-caption-text">{escape(image.printed)}</p></div>'
        )
        shown = f'<figure class="image-overlay">{_lazy(image, story)}</figure>'
        shown += caption if image.printed else ""
    if story.kind == "video":
        shown += f'<div class="embed-responsive"><video id="videoplayer" controls><source src="https://video.antaranews.com/preview/{story.article_id}.mp4" type="video/mp4"></video></div>'
    return shown


def _lazy(image: Picture, story: Story) -> str:
    small = image.url.replace("/1200x800/", "/800x533/").removesuffix(".webp")
    return (
        f'<picture><source data-srcset="{escape(image.url)}" type="image/webp">'
        f'<img class="img-responsive lazyload" data-src="{escape(small)}" src="/img/blank.gif" alt="{escape(story.headline)}"></picture>'
    )


def container(story: Story) -> str:
    """Return the container of the text; a bureau prints the credits elsewhere."""
    if story.scenario.form == "release":
        body = word_paragraphs(story)
    else:
        body = "<br /><br />".join(_pieces(story))
    quote = ""
    if "quote_in_body" in story.traits:
        quote = f'<div class="quote_old">{escape(story.description)}</div>'
    bureau = story.edition == "jatim"
    end = part_links(story)
    if story.part.shows_credits and not bureau:
        end += f'\n  <p class="text-muted small mt10">{credits_of(story)}</p>'
    ad = AD.format(slot=3003)
    if story.kind == "video":
        return f'<div class="margin-top-15 margin-bottom-15 clearfix">{body}</div>{end}{ad}'
    name = "post-content clearfix font17" if bureau else "post-content clearfix"
    return f'<div class="{name}">{quote}{body}\n  {ad}{end}</div>'


def _pieces(story: Story) -> list[str]:
    pieces: list[str] = []
    places = link_places(story)
    for at, block in enumerate(story.blocks):
        marked = text(block.text, story, first=at == 0)
        marked = f"<b>{marked}</b>" if block.kind == "subhead" else marked
        pieces.append(escape(story.dateline_text or "") + marked if at == 0 else marked)
        if at + 1 == len(story.blocks):
            pieces[-1] += escape(story.crew)
            if story.credit.source_line:
                pieces.append(escape(story.credit.source_line))
        pieces += [_baca_juga(link, story) for link in places.get(at + 1, [])]
    return pieces


def _baca_juga(link: Link, story: Story) -> str:
    title, href = escape(link.title), baca_juga_address(link, story)
    label = "Related news" if story.language == "en" else "Baca juga"
    marked = f'<b>{label}: <a href="{href}" title="{title}">{title}</a></b>'
    if "bold_baca_juga" in story.traits:
        return marked
    return f'<span class="baca-juga">{marked}</span>'
