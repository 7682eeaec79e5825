"""The markup of press releases, as it comes out of a word processor."""

from html import escape

from newscrawl.replica.markup import text
from newscrawl.replica.story import Story

_STYLE = "font-family:&quot;Arial&quot;,&quot;sans-serif&quot;;mso-ansi-language:IN"


def word_paragraphs(story: Story) -> str:
    """Return the text of a release as Word writes it, spans left open where the page has that."""
    end = "" if "unclosed_span" in story.traits else "</span>"
    paragraphs = []
    for at, block in enumerate(story.blocks):
        marked = text(block.text, story, first=at == 0)
        if at == 0:
            marked = f"{escape(story.dateline_text or '')}{marked}"
        if block.kind == "subhead":
            marked = f"<b>{marked}</b>"
        paragraphs.append(
            f'<p class="MsoNormal" style="text-align:justify"><span lang="IN" style="{_STYLE}">{marked}<o:p></o:p>{end}</p>'
        )
    if story.credit.source_line:
        paragraphs.append(
            f'<p class="MsoNormal"><span lang="IN">{escape(story.credit.source_line)}<o:p></o:p></span></p>'
        )
    return "\n".join(paragraphs)
