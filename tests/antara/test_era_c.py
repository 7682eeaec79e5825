"""Template C: what its pages print where, and what is none of the story."""

from tests.antara.pages import era_c, read

_END = '<p class="text-muted small mt10">Pewarta: Wira<br />Editor: Ratih<br />COPYRIGHT &copy; ANTARA 2020</p>'


def test_place_time_and_tags() -> None:
    """The category beside the date is the section; tags stand in the footer."""
    tags = (
        '<div class="tags-wrapper"><ul class="tags-widget clearfix"><li class="trending">TAGS:</li>'
        '<li><a href="/tag/badai">badai</a></li><li><a href="/tag/feri">feri</a></li></ul></div>'
    )
    article = read(era_c(f"Hale (ANTARA) - Teras.{_END}", footer=tags))
    assert (article.template, article.section, article.tags) == ("C", "Dunia", ["badai", "feri"])
    assert article.date_published == "2020-03-15T15:51:00+07:00"
    assert (article.reporters, article.editors) == (["Wira"], ["Ratih"])
    assert article.copyright_notice == "COPYRIGHT © ANTARA 2020"
    assert article.body == "Teras."


def test_credits_in_the_footer() -> None:
    """Regional pages print credits where others have tags."""
    footer = (
        '<div class="tags-wrapper">Pewarta: Wira<br>Editor :&nbsp;<br>COPYRIGHT © ANTARA 2023</div>'
    )
    article = read(era_c("Serang, Banten (ANTARA) - Teras.", footer=footer))
    assert (article.reporters, article.editors, article.tags) == (["Wira"], [], [])
    assert (article.copyright_notice, article.body) == ("COPYRIGHT © ANTARA 2023", "Teras.")


def test_quotes_stand_apart() -> None:
    """The first pull quote is the description; none of them is in the body."""
    quotes = '<div class="quote_old">Satu</div><br><br>Dua.<div class="quote_old">Lain</div>'
    article = read(era_c(f"Satu.<br><br>{quotes}"))
    assert (article.description, article.body) == ("Satu", "Satu.\n\nDua.")


def test_a_caption_whose_picture_only_the_head_names() -> None:
    """The caption goes to the picture of the page's head."""
    head = '<meta property="og:image" content="https://img.antaranews.com/cache/800x533/a.jpg">'
    caption = '<div class="wp-caption"><p class="wp-caption-text">Badai. ANTARA/Wira/aww.</p></div>'
    article = read(era_c("Teras.", header=caption, head=head))
    (image,) = article.images
    assert (image.caption, image.credit) == ("Badai.", "ANTARA/Wira/aww")
    assert article.fallbacks["images"] == "meta"


def test_a_caption_apart_from_its_picture() -> None:
    """What stands between a picture and its caption does not part them."""
    picture = (
        '<figure><img src="/a.jpg"></figure><div class="clearfix"></div>'
        '<div class="wp-caption"><p class="wp-caption-text">Badai. (ANTARA/Wira)</p></div>'
    )
    (image,) = read(era_c("Teras.", picture=picture)).images
    assert (image.caption, image.credit) == ("Badai.", "ANTARA/Wira")


def test_a_gallery() -> None:
    """Every slide is a picture; captions are the text where there is no other."""
    slides = "".join(
        f'<li><img data-src="https://img.antaranews.com/{n}.jpg"><div class="flex-caption">'
        f"Gambar {n}. ANTARA FOTO/Wira/aww.</div></li>"
        for n in (1, 2)
    )
    url = "https://www.antaranews.com/foto/5/x"
    page = era_c("", picture=f'<div class="flexslider"><ul class="slides">{slides}</ul></div>')
    article = read(page, url)
    assert [image.url[-5:] for image in article.images] == ["1.jpg", "2.jpg"]
    assert {image.credit for image in article.images} == {"ANTARA FOTO/Wira/aww"}
    assert (article.kind, article.body) == ("photo", "Gambar 1.\n\nGambar 2.")


def test_a_video() -> None:
    """Its text has a container of its own, its makers stand at the end."""
    page = era_c("").replace(
        '<div class="post-content clearfix font17"></div>',
        '<div class="margin-top-15 margin-bottom-15 clearfix">ANTARA - Feri tiba. (AFP/Wira)</div>',
    )
    article = read(page, "https://www.antaranews.com/video/5/x")
    assert (article.kind, article.body, article.agencies) == ("video", "Feri tiba.", ["AFP"])
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.text) == (None, "ANTARA - ")


def test_related_blocks_are_not_the_sidebar() -> None:
    """Links under the story count, those beside it do not."""
    after = '<div><a href="/berita/7/lain?utm_campaign=related_news">Lain</a></div>'
    article = read(era_c("Teras.", after=after))
    assert [(link.article_id, link.kind) for link in article.related] == [(7, "related_news")]
