"""The links between the pages of a story."""

from html import escape

from newscrawl.replica.story import Story

_NEXT, _WHOLE = "Halaman selanjutnya", "Tampilkan semua"


def part_links(story: Story) -> str:
    """Return the numbers of a story's pages and the link to the next; nothing if it has one."""
    if story.part.pages == 1:
        return ""
    return _in_era_b(story) if story.era == "B" else _numbered(story)


def _numbered(story: Story) -> str:
    """Return the pagination as the themes since 2018 have it."""
    number, pages = story.part.number, story.part.pages
    items = "".join(
        f'<li class="page-item active"><span class="page-link">{page}</span></li>'
        if page == number
        else f'<li class="page-item"><a class="page-link" href="{_address(story, page)}">{page}</a></li>'
        for page in range(1, pages + 1)
    )
    if number < pages:
        items += f'<li class="page-item"><a class="page-link" href="{_address(story, number + 1)}" rel="next">{_NEXT} &raquo;</a></li>'
    if story.part.leads_to_whole:
        items += f'<li class="page-item"><a class="page-link" href="{_address(story, "all")}">{_WHOLE}</a></li>'
    name = "pagination pagination-sm" if story.era == "C" else "pagination"
    return f'<div class="pagination-area"><nav><ul class="{name}">{items}</ul></nav></div>'


def _in_era_b(story: Story) -> str:
    number, pages = story.part.number, story.part.pages
    items = [
        f"<strong>{page}</strong>"
        if page == number
        else f'<a href="{_address(story, page)}">{page}</a>'
        for page in range(1, pages + 1)
    ]
    if number < pages:
        items.append(f'<a href="{_address(story, number + 1)}">{_NEXT}</a>')
    if story.part.leads_to_whole:
        items.append(f'<a href="{_address(story, "all")}">{_WHOLE}</a>')
    return f'<div class="pagination">Halaman: {" ".join(items)}</div>'


def _address(story: Story, page: int | str) -> str:
    """Return a page's address; half of the stories name their pages by the query alone."""
    if story.article_id % 2:
        return f"?page={page}"
    return escape(story.url) if page == 1 else f"{escape(story.url)}?page={page}"
