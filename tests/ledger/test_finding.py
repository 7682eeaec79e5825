"""What a page led to is written down once, and a walk ends where an earlier one began."""

from pathlib import Path

import pytest

from newscrawl.found import WalkDone
from newscrawl.items import Article, Related
from newscrawl.ledger import links
from newscrawl.ledger.visits import Visit
from newscrawl.records import to_line
from newscrawl.run import Run
from tests.making import article, found, hours_ago, open_run


def test_a_story_too_deep_is_skipped_until_it_is_nearer(tmp_path: Path) -> None:
    """A story beyond follow_depth is not fetched, but a shorter way to it opens it again."""
    run = open_run(tmp_path, follow_depth=1)
    run.finding.record([found(1, "related", depth=2)])
    assert not run.frontier.has_next()
    assert run.frontier.outcomes() == {"skipped": {"too_deep": 1}}
    run.finding.record([found(1, "feed")])
    handed = run.frontier.next()
    assert handed is not None
    assert (handed.discovered.via, handed.discovered.depth) == ("feed", 0)
    run.close(0)


def test_a_deeper_run_opens_what_was_too_deep(tmp_path: Path) -> None:
    """With a larger follow_depth the stories that were skipped for their depth are taken up."""
    run = open_run(tmp_path, follow_depth=1)
    run.finding.record([found(1, "related", depth=2)])
    run.close(0)
    run = open_run(tmp_path, follow_depth=2)
    assert run.frontier.has_next()
    run.close(0)


def test_a_story_out_of_range_is_opened_by_a_wider_range(tmp_path: Path) -> None:
    """A story that was skipped for its date is fetched when a run that takes it finds it."""
    run = open_run(tmp_path, earliest=hours_ago(1))
    run.finding.record([found(1, published=hours_ago(2))])
    assert run.frontier.outcomes() == {"skipped": {"out_of_range": 1}}
    run.close(0)
    run = open_run(tmp_path)
    run.finding.record([found(1, published=hours_ago(2))])
    assert run.frontier.has_next()
    run.close(0)


def test_a_known_story_counts_and_is_not_asked_for(tmp_path: Path) -> None:
    """Finding a story that was kept before is an outcome, and no request."""
    run = open_run(tmp_path)
    run.finding.record([found(1)])
    run.frontier.next()
    run.frontier.settle("antara:1", "new")
    run.close(0)
    run = open_run(tmp_path)
    run.finding.record([found(1)])
    assert not run.frontier.has_next()
    assert run.frontier.outcomes() == {"unchanged": {"known": 1}}
    run.close(0)


def test_a_story_known_by_the_feed_alone_is_fetched(tmp_path: Path) -> None:
    """A record of feed metadata does not count as the story, except for a feed_only run."""
    run = open_run(tmp_path, feed_only=True)
    run.finding.record([found(1)])
    run.lines.add_within(article(1, template="feed", body=None), "2026-11-20.jsonl", 0)
    run.frontier.settle("antara:1", "new")
    run.close(0)
    run = open_run(tmp_path, feed_only=True)
    run.finding.record([found(1)])
    run.frontier.settle("antara:1", "unchanged", "same")  # as the pipelines find
    assert run.frontier.outcomes() == {"unchanged": {"same": 1}}
    run.close(0)
    run = open_run(tmp_path)
    run.finding.record([found(1)])
    assert run.frontier.has_next()
    run.close(0)


def test_a_gone_story_is_asked_for_only_by_name(tmp_path: Path) -> None:
    """A story that is gone stays gone when a page links to it; the user can insist."""
    run = open_run(tmp_path)
    run.finding.record([found(1)])
    run.frontier.next()
    run.frontier.settle("antara:1", "gone", "http_404")
    run.close(0)
    run = open_run(tmp_path)
    run.finding.record([found(1, "related", depth=1)])
    assert run.frontier.outcomes() == {"gone": {"http_404": 1}}
    run.close(0)
    run = open_run(tmp_path)
    run.finding.record([found(1, "url")])
    assert run.frontier.has_next()
    run.close(0)


IDS = [f"antara:{n}" for n in (9, 8, 7, 6)]


def test_a_walk_ends_at_what_a_finished_walk_has_seen(tmp_path: Path) -> None:
    """A page reaches back when its last stories were listed in the time of a finished walk."""
    run = open_run(tmp_path)
    run.finding.record([found(6), found(5)], [WalkDone("id/dunia", hours_ago(9))])
    run.close(0)
    run = open_run(tmp_path)
    run.finding.record([found(9), found(8), found(7)])
    assert run.walks.reaches_back("id/dunia", IDS)
    assert not run.walks.reaches_back("id/dunia", IDS[:3])
    assert not run.walks.reaches_back("id/ekonomi", IDS)
    run.close(0)


def test_an_unfinished_walk_proves_nothing(tmp_path: Path) -> None:
    """Stories that a run found before it died do not end the next walk: the gap is below them."""
    run = open_run(tmp_path)
    run.finding.record([found(5)], [WalkDone("id/dunia", hours_ago(9))])
    run.close(0)
    run = open_run(tmp_path)
    run.finding.record([found(n) for n in (9, 8, 7, 6)])
    run.close(3)
    run = open_run(tmp_path)
    assert not run.walks.reaches_back("id/dunia", IDS)
    run.close(0)


def test_a_pinned_old_story_does_not_end_a_walk(tmp_path: Path) -> None:
    """A known story at the head of a page says nothing of what follows it."""
    run = open_run(tmp_path)
    run.finding.record([found(1)], [WalkDone("id/dunia", hours_ago(9))])
    run.close(0)
    run = open_run(tmp_path)
    assert not run.walks.reaches_back("id/dunia", ["antara:1", *IDS])
    run.close(0)


def test_a_linked_story_does_not_end_a_walk(tmp_path: Path) -> None:
    """A story that only a link led to may be newer than the walk of its run."""
    run = open_run(tmp_path)
    run.finding.record([found(6, "related", depth=1)], [WalkDone("id/dunia", hours_ago(9))])
    run.close(0)
    run = open_run(tmp_path)
    assert not run.walks.reaches_back("id/dunia", IDS)
    run.close(0)


def test_since_asks_for_more_than_an_earlier_walk_gave(tmp_path: Path) -> None:
    """Where the earlier walk did not come as far back as the range, the known does not end it."""
    run = open_run(tmp_path)
    run.finding.record([found(6)], [WalkDone("id/dunia", hours_ago(9))])
    run.close(0)
    run = open_run(tmp_path, earliest=hours_ago(8))
    assert run.walks.reaches_back("id/dunia", IDS)
    run.close(0)
    run = open_run(tmp_path, earliest=hours_ago(90))
    assert not run.walks.reaches_back("id/dunia", IDS)
    run.close(0)


def test_a_page_that_told_its_date_is_not_asked_again(tmp_path: Path) -> None:
    """A story found out of range by its own page is skipped without a request when linked again."""
    run = open_run(tmp_path, earliest=hours_ago(1))
    run.finding.record([found(1)])
    run.frontier.next()
    run.frontier.settle("antara:1", "skipped", "out_of_range", Visit(hours_ago(5)))
    run.close(0)
    run = open_run(tmp_path, earliest=hours_ago(1))
    run.finding.record([found(1, "related", depth=1)])
    assert not run.frontier.has_next()
    run.close(0)
    run = open_run(tmp_path)
    run.finding.record([found(1, "related", depth=1)])
    assert run.frontier.has_next()
    run.close(0)


def keep(run: Run, number: int, *links: int, depth: int) -> Article:
    """Fetch and keep a story that links to others."""
    handed = run.frontier.next()
    assert handed is not None
    assert (handed.story.article_id, handed.discovered.depth) == (number, depth)
    run.finding.record([found(link, "related", depth=depth + 1) for link in links])
    related = [
        Related(article_id=link, url=f"https://www.antaranews.com/berita/{link}/kabar")
        for link in links
    ]
    item = article(number, related=related)
    (offset,) = run.files.append([("2026-11-20.jsonl", to_line(item).encode() + b"\n")])
    run.lines.add_within(item, "2026-11-20.jsonl", offset)
    run.frontier.settle(item.id, "new")
    return item


def test_a_shorter_way_to_a_kept_story_opens_what_was_too_deep(tmp_path: Path) -> None:
    """Which stories are kept does not depend on the order of pages: depth is the shortest way's."""
    run = open_run(tmp_path)
    run.finding.record([found(1)])
    keep(run, 1, 2, depth=0)
    keep(run, 2, 3, depth=1)
    keep(run, 3, 4, depth=2)
    assert run.frontier.outcomes()["skipped"] == {"too_deep": 1}
    run.finding.record([found(2, "listing")])  # now 3 is one hop away, and 4 two
    keep(run, 4, depth=2)
    assert not run.frontier.has_next()
    run.close(0)


def depths(run: Run) -> dict[int, int]:
    """Return how far off each story is by the shortest way that is known."""
    return dict(run.database.execute("SELECT article_id, depth FROM stories"))


def test_links_of_what_was_written_last_are_kept_in_mind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a shorter way to such a story no file is read; there is room for so many."""
    monkeypatch.setattr(links, "_MOST_REMEMBERED", 2)
    run = open_run(tmp_path)
    run.finding.record([found(1, "related", depth=1), found(2, "related", depth=1)])
    for number, link in ((2, 7), (1, 8)):
        run.finding.come_nearer(keep(run, number, link, depth=1))
    assert depths(run) == {1: 1, 2: 1, 7: 2, 8: 2}
    (run.places.articles / "2026-11-20.jsonl").unlink()
    run.finding.record([found(1)])
    assert depths(run) == {1: 0, 2: 1, 7: 2, 8: 1}
    run.finding.come_nearer(article(9))  # in the place of 2
    run.finding.record([found(2)])
    assert depths(run) == {1: 0, 2: 0, 7: 2, 8: 1}
    run.close(0)


def test_a_shorter_way_found_while_the_page_is_fetched(tmp_path: Path) -> None:
    """A story that is on its way counts from the nearest page that is known when it arrives."""
    run = open_run(tmp_path)
    run.finding.record([found(1, "related", depth=2)])
    handed = run.frontier.next()
    assert handed is not None
    run.finding.record([found(1, "listing")])
    known = run.frontier.as_known(handed)
    assert (known.discovered.via, known.discovered.depth) == ("listing", 0)
    run.close(0)
