"""What stands under a story of today's template: tags, the next story, related news."""

from html import escape

from newscrawl.replica.markup import Around, address
from newscrawl.replica.story import Story

_WORDS = {
    "id": (
        "Berita berikutnya",
        "Komentar menjadi tanggung jawab masing-masing pengirim.",
        "Berita terkait",
    ),
    "en": ("Next news", "Comments are the responsibility of their authors.", "Related news"),
}


def tags(story: Story, home: str) -> str:
    """Return the list of tags under a story."""
    sign = "#" if "hash_tags" in story.traits else ""
    items = "".join(
        f'<li class="list-inline-item"><a href="{home}tag/{tag.replace(" ", "-")}">{sign}{escape(tag)}</a></li>'
        for tag in story.tags
    )
    return f'<div class="blog-tags"><ul class="list-inline"><li class="list-inline-item"><i class="fa fa-tags"></i></li>{items}</ul></div>'


def after(story: Story, around: Around) -> str:
    """What follows the story: the next one's title, the comment notice, related news."""
    pieces = []
    if around.following:
        pieces.append(
            '<div class="row"><div class="col-md-6"><div class="single_navigation-next text-left text-md-right">'
            f'<a href="{escape(around.following.url)}"><span>{_WORDS[story.language][0]}</span> <h5>{escape(around.following.headline)}</h5></a></div></div></div>'
        )
    pieces.append(
        f'<div id="comments" class="comments-area"><p>{_WORDS[story.language][1]}</p></div>'
    )
    related = [link for link in story.links if link.kind == "related_news"]
    if related or "empty_related" in story.traits:
        items = [
            f'<a href="{address(link.url, "related_news", tracked=True)}" title="{escape(link.title)}">{escape(link.title)}</a>'
            for link in related
        ]
        if "empty_related" in story.traits:
            items.insert(
                1,
                f'<a href="{address("https://www.antaranews.com/berita//", "related_news", tracked=True)}" title=""></a>',
            )
        entries = "".join(
            f'<div class="article__entry"><div class="article__content"><h5>{item}</h5></div></div>'
            for item in items
        )
        pieces.append(
            f'<div class="related-article"><h4>{_WORDS[story.language][2]}</h4>{entries}</div>'
        )
    return "\n".join(pieces)
