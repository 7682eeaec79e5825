"""The page in a browser: it opens from the disk, asks for nothing, and its figures are right."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from newscrawl.items import Dateline
from newscrawl.kept.selection import Selection
from newscrawl.picture.page import page as page_of
from newscrawl.places import Places
from tests import needs
from tests.making import article
from tests.picture import directory
from tests.picture.directory import day_of
from tests.picture.newsroom import DAYS, FIRST, GAP, NASTY, newsroom

_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
_DESKTOP, _PHONE = {"width": 1440, "height": 900}, {"width": 360, "height": 740}
_LAST = (FIRST + timedelta(days=DAYS - 1)).date()


@dataclass
class Opened:
    """A page that was opened, and what it did that it should not."""

    page: Page
    asked: list[str]
    complaints: list[str]

    def number(self, name: str) -> str:
        """Return one of the headline numbers."""
        return self.page.locator(f"#fact-{name} .value").inner_text()

    def rows(self, figure: str) -> list[list[str]]:
        """Return the numbers of a figure, from the table that its last line opens with Enter."""
        details = self.page.locator(f"#{figure} > details.numbers")
        if details.get_attribute("open") is None:
            details.locator("summary").focus()
            self.page.keyboard.press("Enter")
        details.locator("table").wait_for()
        cells = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
        found: list[list[str]] = details.locator("tbody tr").evaluate_all(cells)
        return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium once."""
    (chromium,) = needs.programs("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Return a directory with three months of stories."""
    return newsroom(tmp_path_factory.mktemp("newsroom"))


@pytest.fixture(scope="module")
def report(kept: Places) -> Path:
    """Return the page of that directory."""
    path = kept.root / "report.html"
    path.write_text(page_of(directory.told(kept)), "utf-8")
    return path


@pytest.fixture
def opening(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Return what opens a page; at the end it must have asked for nothing, and not complained."""
    contexts: list[BrowserContext] = []
    opened: list[Opened] = []

    def open_page(path: Path, address: str = "", **context: Any) -> Opened:
        contexts.append(
            browser.new_context(**({"viewport": _DESKTOP, "locale": "en-US"} | context))
        )
        one = Opened(contexts[-1].new_page(), [], [])
        contexts[-1].on("request", lambda request: one.asked.append(request.url))
        one.page.on("console", lambda message: one.complaints.append(message.text))
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.page.on("dialog", lambda dialog: one.complaints.append(dialog.message))
        one.page.goto(path.as_uri() + address)
        opened.append(one)
        return one

    yield open_page
    for one in opened:
        assert [url.partition("#")[0] for url in one.asked] == [one.page.url.partition("#")[0]]
        assert one.complaints == []
        said = one.page.locator("body").inner_text()
        assert not [word for word in ("undefined", "NaN", "[object", "Infinity") if word in said]
    for context in contexts:
        context.close()


def _stories(kept: Places, since: Any = None, until: Any = None) -> list[dict[str, Any]]:
    """Return the dated stories of a period, newest revisions, counted without the picture's code."""
    dated = [one for one in directory.newest(kept) if one["date_published"]]
    return [
        one
        for one in dated
        if (since is None or day_of(one["date_published"]) >= since)
        and (until is None or day_of(one["date_published"]) <= until)
    ]


def _agrees(opened: Opened, stories: list[dict[str, Any]]) -> None:
    """Compare the figures with the stories of the period that is looked at."""
    assert opened.number("stories") == str(len(stories))
    assert opened.number("links") == str(sum(len(one["related"]) for one in stories))
    assert opened.number("repeats") == str(sum(bool(one["near_duplicate_of"]) for one in stories))
    assert opened.number("corrections") == str(sum(one["revision"] > 1 for one in stories))
    words = [one["word_count"] for one in stories]
    assert opened.number("words") == str(int(sum(words) / len(words) + 0.5))
    days = Counter(f"{day_of(one['date_published']):%Y-%m-%d}" for one in stories)
    told = {name: int(count) for name, count in opened.rows("stories-a-day") if count != "0"}
    assert sorted(told.values()) == sorted(days.values())
    for figure, field in (
        ("translators", "translators"),
        ("agencies", "agencies"),
        ("tags", "tags"),
    ):
        names = Counter(name for one in stories for name in dict.fromkeys(one[field]))
        assert {row[0]: int(row[1]) for row in opened.rows(figure)} == names
    filed = Counter(one["dateline"]["place"] for one in stories)
    world = {row[1]: (int(row[2]), int(row[3])) for row in opened.rows("map")}
    assert (world["JP"][1], world["CH"][1]) == (filed["Tokyo"], filed["Jenewa"])
    assert world["JP"][0] >= sum("jepang" in one["tags"] for one in stories) > 0


def test_the_figures_are_those_of_the_records(
    opening: Callable[..., Opened], kept: Places, report: Path
) -> None:
    """Headline numbers, days, people, tags and countries agree with a plain count of the lines."""
    opened = opening(report)
    _agrees(opened, _stories(kept))
    one_day = (FIRST + timedelta(days=GAP[0])).date(), (FIRST + timedelta(days=GAP[-1])).date()
    gap = f"{one_day[0].day} Sept to {one_day[1].day} Oct 2026"
    assert (
        f"{len(GAP)} days without a story, in 1 gap; the longest: {gap}"
        in opened.page.locator("#stories-a-day").inner_text()
    )
    shown = opened.page.locator("#shown").inner_text()
    assert "1 story without a date of publication is in no figure" in shown


def test_the_period_is_chosen_by_keyboard(
    opening: Callable[..., Opened], kept: Places, report: Path
) -> None:
    """A preset and a typed date change all figures, and stand in the address, which can be passed on."""
    opened = opening(report)
    opened.page.get_by_role("button", name="Last 30 days").focus()
    opened.page.keyboard.press("Enter")
    since = _LAST - timedelta(days=29)
    assert opened.page.url.endswith(f"#from={since}&to={_LAST}")
    _agrees(opened, _stories(kept, since, _LAST))
    opened.page.locator("#from").focus()
    opened.page.keyboard.type("09012026")
    opened.page.keyboard.press("Tab")
    september = FIRST.date().replace(month=9, day=1)
    _agrees(opened, _stories(kept, september, _LAST))
    opened.page.locator(".skip").press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "chapters"
    again = opening(report, opened.page.url.partition("#")[1] + opened.page.url.partition("#")[2])
    assert again.number("stories") == opened.number("stories")


def test_an_address_is_not_believed(
    opening: Callable[..., Opened], kept: Places, report: Path
) -> None:
    """Of the address only days are taken; a place on the page, and markup, choose no period."""
    whole = str(len(_stories(kept)))
    for address in ("#from=2026-02-31&to=<img src=x onerror=alert(1)>", "#map", "#=%E0%A4%A"):
        assert opening(report, address).number("stories") == whole
    opened = opening(report, "#from=2027-01-01&to=2027-02-01")
    assert opened.number("stories") == "0"
    assert "Nothing in this period." in opened.page.locator("#stories-a-day").inner_text()


def test_a_headline_with_a_script_in_it_stays_text(
    opening: Callable[..., Opened], report: Path
) -> None:
    """It is read as it stands, wherever it is shown, and only the site's addresses become links."""
    opened = opening(report)
    opened.page.locator(".more").evaluate_all(
        "buttons => buttons.forEach(button => button.click())"
    )
    opened.page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    for figure in ("translators", "agencies", "sections", "tags"):
        assert NASTY in opened.page.locator(f"#{figure}").inner_text(), figure
    assert opened.page.locator("img, iframe, [onerror], script[src]").count() == 0
    opened.page.locator('[data-row="JP"]').click()
    panel = opened.page.locator(".panel")
    assert panel.locator("li").count() == 5
    assert NASTY in panel.inner_text()
    assert panel.locator("li span:text-is('Swiss dan Jepang')").count() == 3
    links = opened.page.locator("main a").evaluate_all("all => all.map(link => link.href)")
    assert {link.split("/")[2] for link in links if not link.startswith("file:")} == {
        "www.antaranews.com"
    }


def test_a_country_is_reached_by_keyboard(opening: Callable[..., Opened], report: Path) -> None:
    """The map is one stop of the tab key, arrows go on from country to country, Enter shows stories."""
    opened = opening(report)
    stops = opened.page.locator('.country[tabindex="0"]')
    assert stops.count() == 1
    stops.focus()
    opened.page.keyboard.press("ArrowRight")
    second = opened.page.locator("[data-row]").nth(1).inner_text()
    name = opened.page.evaluate("document.activeElement.getAttribute('aria-label').split(':')[0]")
    assert name == second
    opened.page.keyboard.press("Enter")
    assert opened.page.locator(".panel h4").inner_text().startswith(name)
    assert opened.page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"


@pytest.mark.parametrize(("size", "mode"), [(_DESKTOP, "dark"), (_PHONE, "light")])
def test_nobody_is_shut_out(
    opening: Callable[..., Opened], report: Path, size: Any, mode: Any
) -> None:
    """The accessibility checker finds nothing, on a large and a small screen, light and dark."""
    last = (
        f"#from={_LAST - timedelta(days=13)}&to={_LAST}"  # as many elements of each sort, but fewer
    )
    opened = opening(report, last, viewport=size, color_scheme=mode)
    width = opened.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]
    dark = (
        opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"
    )
    assert dark == (mode == "dark")
    assert _found(opened.page) == []
    opened.page.get_by_role("button", name="Light" if dark else "Dark").click()
    now = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (now == "rgb(21, 23, 26)") == (not dark)
    assert _found(opened.page, {"runOnly": ["color-contrast"]}) == []  # all that colours can change


def _found(page: Page, options: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """Return what axe-core objects to: its rule, and the first element."""
    response = Axe().run(page, options=options or {}).response
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in response["violations"]]


def test_it_prints(opening: Callable[..., Opened], report: Path) -> None:
    """On paper all chapters are there, on white, and nothing that only a screen can do."""
    opened = opening(report, color_scheme="dark")
    figures = opened.page.locator("figure").count()
    opened.page.emulate_media(media="print")
    assert (
        opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    assert opened.page.locator("section >> visible=true").count() == 7
    assert opened.page.locator("figure >> visible=true").count() == figures
    assert opened.page.locator("button:not(.plain) >> visible=true").count() == 0
    assert opened.page.locator("input >> visible=true").count() == 0
    assert opened.page.pdf().startswith(b"%PDF")


def test_nothing_is_drawn_well(opening: Callable[..., Opened], tmp_path: Path) -> None:
    """Without any story, without a dated one, and with a single one, the page says so and is whole."""
    for number, stories in enumerate([[], [article(1, date_published=None)], [article(1)]]):
        places = directory.keep(tmp_path / str(number), *stories)
        path = places.root / "report.html"
        path.write_text(page_of(directory.told(places)), "utf-8")
        opened = opening(path)
        assert opened.number("stories") == ("1" if number == 2 else "0")
        assert opened.page.locator("section >> visible=true").count() == 7


def _opened_of(
    opening: Callable[..., Opened], places: Places, *rest: Any, **context: Any
) -> Opened:
    """Open the page of a directory of a test's own."""
    path = places.root / "report.html"
    path.write_text(page_of(directory.told(places)), "utf-8")
    return opening(path, *rest, **context)


def test_a_period_counts_what_no_list_has(opening: Callable[..., Opened], tmp_path: Path) -> None:
    """More are gone than are listed, and more names are named than have a row: both are counted."""
    stories = [
        article(number, date_published=directory.published(number % 60), editors=[f"N {number}"])
        for number in range(150)
    ]
    undated = article(150, date_published=None)
    places = directory.keep(tmp_path, *stories, undated)
    times = {f"n{number}": f"2027-01-01T00:{number % 60:02}:00Z" for number in range(140, -1, -1)}
    directory.know_gone(places, **times, n150="2027-01-01T00:00:00Z")
    opened = _opened_of(opening, places)
    assert opened.page.locator("#fact-corrections .more-said").inner_text() == "141 taken down"
    assert "1 more has no date" in opened.page.locator("#gone > .from").inner_text()
    day = directory.day_of(directory.published(5))
    opened = opening(places.root / "report.html", f"#from={day}&to={day}")
    assert opened.number("stories") == "3"
    assert opened.page.locator("#fact-corrections .more-said").inner_text() == "3 taken down"
    assert "; 3 of this period." in opened.page.locator("#gone > .from").inner_text()
    rest = opened.page.locator("#editors .rest")
    cells = rest.locator("th, td").all_inner_texts()
    assert (cells[0], cells[3]) == ("90 names rarer in the whole report (mentions)", "–")
    named = sum(int(row[1]) for row in opened.rows("editors"))
    assert (named, rest.locator("rect").count()) == (3, 0)


def test_without_a_ledger_nothing_is_said_of_takedowns(
    opening: Callable[..., Opened], report: Path
) -> None:
    """Not known is not none."""
    assert opening(report).page.locator("#fact-corrections .more-said").inner_text() == (
        "not known how many are taken down"
    )
    assert "taken down" not in report.read_text("utf-8").partition("</noscript>")[0]


def test_what_is_linked_to_may_lie_outside_the_selection(
    opening: Callable[..., Opened], tmp_path: Path
) -> None:
    """A story of before is in the list all the same, as long as no period is chosen."""
    before = article(1, date_published="2026-01-01T12:00:00+07:00")
    places = directory.keep(tmp_path, before, article(2, related=[directory.link(1)]))
    chosen = Selection(since=FIRST.date())
    path = places.root / "report.html"
    path.write_text(page_of(directory.told(places, chosen)), "utf-8")
    opened = opening(path)
    assert opened.rows("most-linked") == [["Kabar nomor 1", "antara:1", "2026-01-01", "1"]]
    later = opening(path, "#from=2026-11-20").page.locator("#most-linked")
    assert "0 of them are of this period" in later.inner_text()


def test_all_that_was_asked_for_had_not_changed(
    opening: Callable[..., Opened], tmp_path: Path
) -> None:
    """A day of nothing but 304 is a day with requests."""
    places = directory.keep(tmp_path, article(1))
    directory.report(places, "quiet", requests=5, not_modified=5, statuses={"304": 5})
    assert [row[1:] for row in _opened_of(opening, places).rows("requests")] == [["0", "5"]]


def test_a_stray_day_is_reached(opening: Callable[..., Opened], tmp_path: Path) -> None:
    """Who asks for what lies beyond all others has it, and the fields say from when to when."""
    stray = article(1, date_published="2099-01-01T00:00:00+07:00", translators=["Nama Lain"])
    places = directory.keep(tmp_path, stray, *(article(number) for number in range(2, 9)))
    whole = _opened_of(opening, places)
    assert (whole.number("stories"), whole.number("translators")) == ("7", "0")
    opened = _opened_of(opening, places, "#from=2030-01-01")
    assert (opened.number("stories"), opened.number("translators")) == ("1", "1")
    assert opened.page.locator("#to").input_value() == "2099-01-01"
    assert "left out" not in opened.page.locator("#shown").inner_text()


def test_names_break_no_line_and_turn_no_number(
    opening: Callable[..., Opened], tmp_path: Path
) -> None:
    """Words without an end are broken; an override of direction ends with the name that has it."""
    turned, long = "\u202eKota Entah", "A" * 2000
    stories = [
        article(
            number, headline=[long, turned][number % 2], agencies=[long],
            dateline=Dateline(place=turned, text=""), tags=[turned],
            related=[directory.link(1)], near_duplicate_of="antara:1" if number > 1 else None,
        )
        for number in range(1, 13)
    ]  # fmt: skip
    opened = _opened_of(opening, directory.keep(tmp_path, *stories), viewport=_PHONE)
    opened.page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    chip = opened.page.locator(".chips li").first
    left = "node => node.getBoundingClientRect().left"
    assert chip.locator("b").evaluate(left) > chip.locator("bdi").evaluate(left)
    line = opened.page.locator("#most-linked .headlines li > span").first
    assert (
        line.locator("time").evaluate(
            "node => getComputedStyle(node.previousElementSibling).unicodeBidi"
        )
        == "isolate"
    )


def test_cells_stand_above_their_day(opening: Callable[..., Opened], tmp_path: Path) -> None:
    """Where columns are wider than cells, a cell has its day's mark below its middle."""
    days = ("2026-11-20T05:00:00Z", "2026-11-21T05:00:00Z")
    stories = [article(number, fetched_at=day) for number, day in enumerate(days, 1)]
    opened = _opened_of(opening, directory.keep(tmp_path, *stories))
    middles = (
        "found => found.map(part => { const box = part.getBoundingClientRect();"
        " return Math.round(box.left + box.width / 2); })"
    )
    heat = opened.page.locator("#coverage svg.heat")
    cells = heat.locator("rect.cell").evaluate_all(middles)
    ticks = heat.locator("line.tick").evaluate_all(middles)
    assert len(ticks) == 2
    assert all(abs(cell - tick) <= 1 for cell, tick in zip(cells, ticks, strict=False))
