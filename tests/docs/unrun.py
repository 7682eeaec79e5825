"""Blocks of commands that cannot be run in a test, by document and first line, each with a reason.

That they are well formed is checked all the same: ``test_parsing.py``.
"""

_LIVE = "asks the live site"
_ROOT = "needs root, and changes the machine"
_CI = "long, or installs from the network; .ci/run does it"
_AGAIN = "the same commands are run for docs/reading-again.md"
_OWN = "has a test of its own: "
_SCRAPYD = "run by tests/scrapyd/test_jobs.py"
_CLUSTER = "is of several machines; " + _OWN + "tests/extraction/cluster"

UNRUN: dict[tuple[str, str], str] = {
    (
        "README.md",
        "make demo     # crawls a miniature of the site with invented stories, served on this machine",
    ): f"make crawl {_LIVE}; .ci/run runs make demo twice",
    ("README.md", "make test     # from a fresh clone: installs, and runs the tests"): "is this",
    (
        "CONTRIBUTING.md",
        "make test     # makes .venv, installs the pinned packages, runs the tests",
    ): _CI,
    ("CONTRIBUTING.md", "rm -rf .venv && python3.11 -m venv .venv"): "changes the pins",
    (
        "docs/archive.md",
        'warcio extract --payload antara/warc/FILE.warc.gz OFFSET # a page, by a record\'s "warc"',
    ): (_OWN + "tests/archive, of warcio and its offsets"),
    (
        "docs/archive.md",
        "wb-manager init antara && wb-manager add antara antara/warc/*.warc.gz && wayback",
    ): (_OWN + "tests/e2e/test_replay.py"),
    ("docs/backfill.md", "scrapy crawl antara -a since=2019-01-01 -a until=2019-12-31"): _LIVE,
    (
        "docs/benchmarks.md",
        "make bench                                         # all parts; an hour or so",
    ): ("installs the tools to compare with, and takes an hour; " + _OWN + "tests/benchmarks"),
    ("docs/crawling.md", 'make crawl ARGS="-a since=2026-11-01 -a max_articles=20"'): _LIVE,
    (
        "docs/crawling.md",
        ".venv/bin/scrapy crawl antara -a since=2026-11-01 -a max_articles=20",
    ): _LIVE,
    ("docs/crawling.md", ".venv/bin/scrapy doctor antara"): _LIVE,
    (
        "docs/crawling.md",
        ".venv/bin/scrapy extract page.html --fetched-at 2026-11-20T02:00:07Z \\",
    ): _OWN + "tests/commands/test_extract.py",
    (
        "docs/crawling.md",
        ".venv/bin/scrapy extract data/antara/warc --jobs 2                  # records, one a line",
    ): _AGAIN,
    ("docs/exports.md", "zstdcat antara.jsonl.zst | jq -r .headline"): (
        "reads a file that the reader has exported; " + _OWN + "tests/export"
    ),
    ("docs/exports.md", "scrapy export antara antara.db"): (
        "datasette serves without end; " + _OWN + "tests/export"
    ),
    ("docs/legal.md", ".venv/bin/scrapy crawl antara -a feed_only=true"): _LIVE,
    (
        "docs/new-era.md",
        ".venv/bin/scrapy extract tests/fixtures/antara/e-plain/page.html --fetched-at 2027-01-11T09:00:00+07:00 \\",
    ): (_OWN + "test_new_era.py"),
    (
        "docs/new-era.md",
        ".venv/bin/scrapy extract data/antara/warc --jobs 2 --against data",
    ): _AGAIN,
    ("docs/new-era.md", '"""Era E, from 2027."""'): _OWN + "test_new_era.py",
    (
        "docs/operations.md",
        "useradd --system --home-dir /srv/newscrawl --shell /usr/sbin/nologin newscrawl",
    ): _ROOT,
    (
        "docs/operations.md",
        "crontab -u newscrawl build/deploy/newscrawl.crontab      # replaces that user's crontab",
    ): _ROOT,
    (
        "docs/operations.md",
        "cp build/deploy/*.service build/deploy/*.timer /etc/systemd/system/",
    ): _ROOT,
    ("docs/operations.md", "cd /srv/newscrawl"): f"{_LIVE}, as another user",
    (
        "docs/operations.md",
        "systemctl stop newscrawl.timer            # or comment the line out: crontab -u newscrawl -e",
    ): _ROOT,
    ("docs/operations.md", "export NEWSCRAWL_CONTACT=https://example.org/contact"): _ROOT,
    (
        "docs/reading-again.md",
        "scrapy extract CC-NEWS-*.warc.gz --jobs 4 --store data      # an archive made elsewhere becomes a normal one",
    ): (_OWN + "tests/commands/test_extract_archives.py"),
    (
        "docs/reading-again.md",
        "python3 -m venv .venv && .venv/bin/pip install -r requirements-dask.txt   # on each machine",
    ): _CLUSTER,
    (
        "docs/reading-again.md",
        "scrapy extract data/antara/warc --scheduler tcp://10.0.0.5:8786 > records.jsonl",
    ): _CLUSTER,
    ("docs/recipes.md", "make demo"): "the checkout has a demo already; .ci/run runs it",
    ("docs/recipes.md", "date -Iseconds -d 'now + 1 day' > demo/clock && make demo"): _CI,
    (
        "docs/recipes.md",
        "python3 -m venv .venv-tools && .venv-tools/bin/pip install -r tests/recipes/requirements-tools.txt",
    ): _CI,
    (
        "docs/recipes.md",
        ".venv-tools/bin/datasette demo/antara.db --metadata demo/metadata.json --open",
    ): ("does not end, and opens a browser"),
    ("docs/removing.md", "data=data/antara story=5812345"): _OWN + "test_removing.py",
    ("docs/run-report.md", ".venv/bin/scrapy crawl antara -s NEWSCRAWL_ACCEPT_COVERAGE=1"): _LIVE,
    ("docs/scrapyd.md", "cd /srv/newscrawl"): "installs from the network, or " + _SCRAPYD,
    ("docs/scrapyd.md", "mkdir -p /srv/scrapyd && cd /srv/scrapyd"): "does not end; " + _SCRAPYD,
    (
        "docs/scrapyd.md",
        "job=$(curl -s http://localhost:6800/schedule.json -d project=newscrawl -d spider=antara \\",
    ): _SCRAPYD,
    ("docs/scrapyd.md", 'curl -s "http://localhost:6800/status.json?job=$job"'): _SCRAPYD,
    (
        "docs/scrapyd.md",
        'jq "select(.job == \\"$job\\") | .exit_code, .reasons[], .files[]" /var/lib/newscrawl/antara/runs/*.json',
    ): _SCRAPYD,
    (
        "docs/scrapyd.md",
        'curl -s "http://localhost:6800/logs/newscrawl/antara/$job.log"',
    ): _SCRAPYD,
    (
        "docs/scrapyd.md",
        'curl -s http://localhost:6800/cancel.json -d project=newscrawl -d job="$job"',
    ): _SCRAPYD,
}
