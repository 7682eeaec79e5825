"""The words around the numbers of docs/evaluation.md."""

INTRODUCTION = """
# newscrawl and other extractors on the same pages

What newscrawl and other tools make of the same pages of ANTARA: the fields, the bodies, the time.
Written by `make evaluate`; what is changed here by hand is lost.
"""

SUMMARY = """
ROUGE-LSum is the mean F1 of the body, of 100, and the lowest of any page; a missing body counts 0.
Times are processor time for a page, read from memory; the last column is the median over the pages
of a tool's time to newscrawl's on the same page.
"""

FIELDS = """
The share, in %, of the pages that state a field on which a tool gives exactly that. White space is
folded, and lists may be in any order. A dash: the tool has no such field.
"""

INVENTIONS = """
On how many pages, of those that do not state a field, a tool gives a value for it all the same.
"""

LEAKS = """
In how many bodies a string of each kind stands more often than in the right body.
"""

TEMPLATES = """
ROUGE-LSum for the pages of each of the site's templates, own and captured ones together: A to 2014,
B to 2018, C to 2022, D since 2023, and AMP of all years.
"""

TRUTH = """
## newscrawl and the truth

On the {pages} own pages every field of the record is compared with what was written down by hand,
{values} values (not the word count and the digest, which follow from the body); on the captured
ones the fields of the tables above. Every difference:
"""

LOSSES = """
## Where newscrawl loses

Measured above:
"""

LIMITS = """
And what no number above tells:

- newscrawl reads one site. The others read nearly any; on a page of another site it refuses, and
  they answer.
- The own pages were made by the people who made newscrawl, each for a difficulty that they knew of.
  A score on them shows that these are solved, not how many others there are. The captured pages are
  few, of 2014 to 2016, and were at hand when newscrawl was made, as they were not for the others:
  on pages that nobody has seen yet it may do worse than here. A captured fragment, which newscrawl
  reads, is left out for the others' sake.
- news-watch knows the current template (D) alone, and its authors promise no other; its row over
  all templates says little else, and the table by template is the fair one.
- trafilatura gives a day and no time by intention, and says nothing of a page's language unless it
  is told one; its headline is often the page's title, wrong here for the site's name at the end.
  readability-lxml aims at a title and a text for a reader's eyes.
- newspaper4k and news-please can also fetch pictures to choose the main one; here they may not.
- A tool that has one field for authors is asked for the reporters, or for the translators of a
  story that names no reporter. One that answers with the editor, as the JSON-LD of many pages does,
  is wrong here, and so is one that keeps the label ("Pewarta") before the name.
- The other tools keep credits, copyright and notices in the body because nothing tells them that
  these are none of the story: that is what a reader of one site is for, and no fault of theirs.
"""

METHOD = """
## How it is measured

- Every tool runs in a process of its own, in its own environment, without a network, and is given
  the page's bytes and its address; a tool that takes text gets the page decoded as UTF-8, or else
  as windows-1252. Two pages are read before anything counts. Each page goes to all tools in turn,
  and who is first changes from page to page. The times hold no reading of files.
- What is right: on the own pages `expected.json`, written by hand from the page; on the captured
  ones facts and digests written down from reading them, by which a body is found again on the
  page without any of the tools. None of ANTARA's text is kept.
- A body counts as right with and without its dateline ("Jakarta (ANTARA) - "), and each paragraph
  is a line for ROUGE-LSum; the library compares words without case, of the letters a to z and
  digits, without stemming.
- A time is right to the minute when it shows what the page's clock showed, zone or none; to the
  second and zone when it is the same instant. The main image is right as an address, or as a file,
  in whatever size.
- news-watch fetches and reads in one function: the fetching is replaced by the saved page.
"""

HOW_TO_RUN = """
## To run it again

`make evaluate` installs the tools into `.venv-evaluate`, then runs them and writes this document.
The versions are in `requirements-evaluate.txt`, and for news-watch in
`benchmarks/evaluation/requirements-newswatch.txt`: it pins an lxml that the others cannot share,
and needs a Python before 3.13. Captured pages are used where they are at hand, as by the tests.
`make evaluate ARGS="--rounds 1"` is quicker and its times are coarser.
"""
