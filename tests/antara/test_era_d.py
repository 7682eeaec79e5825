"""Template D: credits and pictures in other markup than most pages have, and embeds."""

import pytest

from tests.antara.pages import era_d, read

_STORY = "Denpasar (ANTARA) - Teras berita."
_CREDITS = "Pewarta : Ketut Wira<br>Editor : I Made Ratih<br>Uploader : Admin Bali<br>COPYRIGHT © ANTARA 2026"
_PICTURE = "https://cdn.antaranews.com/cache/1200x800/2026/06/05"


@pytest.mark.parametrize(
    "under",
    [
        f'<div class="mt-3"><p class="text-muted small">{_CREDITS}</p></div>',
        f'<div class="text-muted small">{_CREDITS}</div>',
        f'<p class="text-muted small">{_CREDITS}</p>',
        f"<p>{_CREDITS}</p>",
        f'<div class="mt-3">{_CREDITS}</div>',
        f'</div><div><span class="text-muted">{_CREDITS}</span>',
    ],
)
def test_credits_beside_the_text(under: str) -> None:
    """They count wherever they stand under the text."""
    article = read(era_d(_STORY, under=under))
    assert (article.reporters, article.editors) == (["Ketut Wira"], ["I Made Ratih"])
    assert article.copyright_notice == "COPYRIGHT © ANTARA 2026"
    assert article.body == "Teras berita."


@pytest.mark.parametrize(
    "under",
    [
        '<aside><p class="text-muted">Pewarta: Lain</p></aside>',
        '<div class="related-article"><span class="text-muted">Pewarta: Lain</span></div>',
        '<div class="card">Sebuah cerita. Pewarta: Lain</div>',
    ],
)
def test_credits_of_others(under: str) -> None:
    """What stands in a box of other stories is none of this one's."""
    assert read(era_d(f"{_STORY}<br>Pewarta: Wira", under=under)).reporters == ["Wira"]


def test_a_gallery_of_slides() -> None:
    """Every slide is a picture with a caption; the link leads to its larger form."""
    slides = "".join(
        f'<div class="item"><a href="{_PICTURE}/{n}.jpg"><img src="{_PICTURE.replace("1200x800", "800x533")}/{n}.jpg"></a>'
        f'<div class="caption">Foto {n}. ANTARA FOTO/Budi/foc.</div></div>'
        for n in (1, 2)
    )
    page = era_d("", figure=f'<div class="owl-carousel">{slides}</div>')
    images = read(page, "https://www.antaranews.com/foto/5/x").images
    assert [image.url for image in images] == [f"{_PICTURE}/1.jpg", f"{_PICTURE}/2.jpg"]
    assert [image.caption for image in images] == ["Foto 1.", "Foto 2."]
    assert {image.credit for image in images} == {"ANTARA FOTO/Budi/foc"}


@pytest.mark.parametrize(
    "picture",
    [
        f'<img src="{_PICTURE}/a.jpg"><p class="wp-caption-text">Rapat. ANTARA/HO-Kemlu</p>',
        f'<a href="{_PICTURE}/a.jpg"><img src="{_PICTURE}/a.jpg"></a><div class="caption">Rapat. ANTARA/HO-Kemlu</div>',
        f'<figure><img src="{_PICTURE}/a.jpg"></figure><p class="wp-caption-text">Rapat. ANTARA/HO-Kemlu</p>',
        f'<figure><a href="{_PICTURE}/a.jpg"><img src="{_PICTURE}/a.jpg"></a><figcaption>Rapat. ANTARA/HO-Kemlu</figcaption></figure>',
    ],
)
def test_a_picture_alone(picture: str) -> None:
    """A picture needs no <figure>, nor does its caption have to stand in one."""
    (image,) = read(era_d(_STORY, figure=picture)).images
    assert image.url == f"{_PICTURE}/a.jpg"
    assert (image.caption, image.credit) == ("Rapat.", "ANTARA/HO-Kemlu")


def test_a_picture_in_a_paragraph() -> None:
    """With its caption in italics under it, which is no text of the story."""
    inline = f'<p><img src="{_PICTURE}/a.jpg"><br><em>Suasana rapat. (ANTARA/HO)</em></p>'
    article = read(era_d(f"<p>{_STORY}</p>{inline}<p><em>Miring.</em></p>"))
    (image,) = article.images
    assert (image.caption, image.credit) == ("Suasana rapat.", "ANTARA/HO")
    assert article.body == "Teras berita.\n\nMiring."


@pytest.mark.parametrize("name", ["twitter-tweet", "instagram-media", "tiktok-embed", "fb-post"])
@pytest.mark.parametrize(
    "words", ["Kami berangkat besok.", "Kami berangkat besok pagi ke sana. " * 20]
)
def test_embeds_are_no_text(name: str, words: str) -> None:
    """What others wrote elsewhere is not the story's."""
    embed = f'<blockquote class="{name}"><p>{words}</p>&mdash; Nama (@nama) <a href="https://t.co/x">June 5</a></blockquote>'
    article = read(
        era_d(
            f"<p>{_STORY}</p>{embed}<p>Akhir berita.</p><p>Pewarta: Wira<br>Copyright © ANTARA 2026</p>"
        )
    )
    assert article.body == "Teras berita.\n\nAkhir berita."
