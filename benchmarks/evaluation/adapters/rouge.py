"""ROUGE-LSum by the library rouge-score: the F1 of a body against the best of its right forms.

The request's page is JSON: ``{"expected": [text, ...], "found": text}``, one paragraph a line.
"""

import json

from rouge_score.rouge_scorer import RougeScorer

from benchmarks.evaluation.protocol import Answer, Request, serve

_SCORER = RougeScorer(["rougeLsum"])


def _read(request: Request) -> Answer:
    asked = json.loads(request.page)
    scores = [
        _SCORER.score(expected, asked["found"])["rougeLsum"].fmeasure
        for expected in asked["expected"]
    ]
    return {"f1": max(scores)}


if __name__ == "__main__":
    serve("rouge-score", ["f1"], _read)
