"""Runs that notice by themselves that the site has changed, and say so until it is well again."""

import json
import re
from datetime import timedelta
from pathlib import Path

from newscrawl.exits import ExitCode
from tests.e2e.posting import posting
from tests.e2e.watching import Watched
from tests.making import NOON


def without_dates(page: bytes) -> bytes:
    """Take away all that tells when a story appeared."""
    page = re.sub(
        rb"(?:datePublished|dateModified|dateCreated|published_time|modified_time)", b"x", page
    )
    months = rb"(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)[a-z]*"
    page = re.sub(rb"\d{1,2} " + months + rb" \d{4}", b"", page)
    return re.sub(rb"\d{4}-\d\d-\d\dT", b"", page)


def teaser(page: bytes) -> bytes:
    """Keep the first paragraph and the credits."""
    paragraphs = re.findall(rb"<p>.*?</p>", page, re.DOTALL)
    for paragraph in paragraphs[1:]:
        page = page.replace(paragraph, b"")
    return page


def without_editor(page: bytes) -> bytes:
    """Take away the credit of the editor."""
    return page.replace(b"Editor", b"Penjaga")


def test_a_field_that_is_lost_is_named_until_it_is_back(watched: Watched) -> None:
    """A lost byline is exit code 5 with the field and its shares, by idle runs too, until it is back."""
    watched.change = without_editor
    changed = watched.crawl(6)
    assert changed.returncode == ExitCode.SITE_CHANGED, changed.stdout + changed.stderr
    assert "editors: 0 of the newest" in changed.stdout
    (finding,) = watched.report["findings"]
    since = finding["since"]
    assert finding["example"].startswith("https://www.antaranews.com/berita/")
    assert Path(finding["page"]).read_bytes().count(b"Penjaga") > 0

    idle = watched.crawl(0.01)
    assert idle.returncode == ExitCode.SITE_CHANGED
    assert watched.report["findings"][0]["since"] == since
    assert watched.report["findings"][0]["example"] == finding["example"]

    watched.crawl(6)
    assert watched.report["exit_code"] == ExitCode.SITE_CHANGED

    watched.change = None
    back = watched.crawl(12)
    assert back.returncode == ExitCode.HEALTHY, back.stdout


def test_a_new_normal_can_be_accepted(watched: Watched) -> None:
    """One run with NEWSCRAWL_ACCEPT_COVERAGE takes the fields as they are; those after it are healthy."""
    watched.change = without_editor
    assert watched.crawl(6).returncode == ExitCode.SITE_CHANGED
    accepted = watched.crawl(1, "-s", "NEWSCRAWL_ACCEPT_COVERAGE=1")
    assert accepted.returncode == ExitCode.HEALTHY, accepted.stdout
    assert watched.crawl(6).returncode == ExitCode.HEALTHY


def test_a_few_stories_say_nothing(watched: Watched) -> None:
    """Four stories without a field are no alarm, and the fifth of the next run is one."""
    watched.change = without_editor
    few = watched.crawl(6, "-a", "max_articles=4")
    assert few.returncode == ExitCode.HEALTHY, few.stdout
    more = watched.crawl(0.01, "-a", "max_articles=2")
    assert more.returncode == ExitCode.SITE_CHANGED
    assert "editors: 0 of the newest 6" in more.stdout


def test_bodies_that_shrink_to_teasers_are_noticed(watched: Watched) -> None:
    """Stories that end after their first paragraph are exit code 5, although each has a body."""
    watched.change = teaser
    short = watched.crawl(6)
    assert short.returncode == ExitCode.SITE_CHANGED, short.stdout
    assert re.search(r"bodies of 60 words or more: \d of the newest", short.stdout)


def test_a_template_that_nobody_knows_is_noticed(watched: Watched) -> None:
    """Pages whose classes are all new are read by guessing, and the run says 5."""
    watched.change = lambda page: re.sub(rb"(class|id)=\"[^\"]*\"", rb'\1="x9"', page)
    unknown = watched.crawl(6)
    assert unknown.returncode == ExitCode.SITE_CHANGED, unknown.stdout
    assert "pages of a known template: 0 of the newest" in unknown.stdout
    assert "bodies found by a template: 0 of the newest" in unknown.stdout
    assert watched.report["templates"].keys() == {"generic"}


def test_lost_dates_are_noticed(watched: Watched) -> None:
    """Pages without any date are exit code 5, although the feed's own date stands in."""
    watched.change = without_dates
    changed = watched.crawl(6)
    assert changed.returncode == ExitCode.SITE_CHANGED
    assert "date_published: 0 of the newest" in changed.stdout
    assert watched.report["fallbacks"]["date_published: feed"] > 0


def test_a_silent_night_is_no_alarm_and_a_silent_week_is(watched: Watched) -> None:
    """Hours without a story are healthy; days are named with how long it was before."""
    watched.crawl(6)
    frozen = NOON + timedelta(hours=watched.hours)
    watched.site.site.now = lambda: frozen
    assert watched.crawl(9).returncode == ExitCode.HEALTHY
    silent = watched.crawl(80)
    assert silent.returncode == ExitCode.SITE_CHANGED, silent.stdout
    assert "no new story for" in silent.stdout


def test_an_alarm_is_sent_once_and_the_end_of_it_too(watched: Watched) -> None:
    """A notification of Spidermon's goes out when trouble is new and when it is over, not between."""
    with posting() as server:
        notify = (
            "-s", "NEWSCRAWL_NOTIFY=discord",
            "-s", f"SPIDERMON_DISCORD_WEBHOOK_URL={server.origin}/hook",
            "-s", f"NEWSCRAWL_PING_URL={server.origin}/ping/{{exit_code}}",
        )  # fmt: skip
        watched.change = without_editor
        assert watched.crawl(6, *notify).returncode == ExitCode.SITE_CHANGED
        (message,) = (json.loads(body)["content"] for path, body in server.posts if path == "/hook")
        assert message.startswith("antara: the site has changed (exit code 5)\n- editors: 0 of")
        for part in ("since 2026-11-20T11:00:00", "for example https://", "kept as /", "report: /"):
            assert part in message
        watched.crawl(1, *notify)
        watched.change = None
        assert watched.crawl(6, *notify).returncode == ExitCode.HEALTHY
        told = [path for path, _ in server.posts]
        assert told == ["/hook", "/ping/5", "/ping/5", "/hook", "/ping/0"]
