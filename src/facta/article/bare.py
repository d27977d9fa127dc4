"""Telling question from answer where a page marks neither: paragraphs in, a letter for each out.

>>> alternate(["Ada Lind spoke to us.", "Will you go?", "No, I will stay.", "Why do you stay?", "I like my home."])
['i', 'q', 'a', 'q', 'a']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from facta.article.words import kinds

# Weights in one currency, of which a question mark at the end is worth 3. Set by hand on made-up interviews.
ENDS_ASKING, NOT_ASKING = 3.0, 1.5
OPENS_ANSWER, OPENS_QUESTION = 1.5, 0.7
EACH_YOU, EACH_I = 0.9, 0.5
MOST_WORDS = 3.0  # cap of what second and first persons add up to
LONG_CHARS, LONG = 350, 1.5  # questions are seldom so long, and the longer the less so
AFTER_QUESTION_QUESTION = -4.0  # two questions in a row, nearly always one paragraph
AFTER_ANSWER_ANSWER = -0.6  # answers of several paragraphs are common
FIRST_PERSON_SHARE = 0.4
"""Share of answers that hold *I* or *we* from which bold questions are an interview and not a list of questions."""

ANNOUNCED_SHARE = 0.2
"""The same where an interview is announced, and of *I* alone where it is not."""

_ASKS = re.compile(r"\?[\"”»'’)*_\s]*$")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LOOK = 1_500


def asks(paragraph: str) -> bool:
    """Say whether a paragraph ends in a question."""
    return _ASKS.search(paragraph[-12:]) is not None


def first_person(paragraphs: Sequence[str]) -> bool:
    """Say whether enough of the paragraphs speak of themselves."""
    words = kinds("interview")["first-person"]
    own = sum(any(w.lower() in words for w in _WORDS.findall(p[:_LOOK])) for p in paragraphs)
    return own >= FIRST_PERSON_SHARE * max(1, len(paragraphs))


def personal(answers: Sequence[str], questions: Sequence[str], *, announced: bool) -> bool:
    """Say whether somebody answers somebody: an explainer asks too, but nobody in it says *I*, and nobody is asked.

    >>> personal(["We lift it with a crane.", "It is ours."], ["How is it done?", "Whose is it?"], announced=False)
    False
    """
    listed = kinds("interview")
    said = [{w.lower() for w in _WORDS.findall(a[:_LOOK])} for a in answers]
    asked = [{w.lower() for w in _WORDS.findall(q[:_LOOK])} for q in questions]
    single = sum(bool(w & listed["singular"]) for w in said)
    own = sum(bool(w & listed["first-person"]) for w in said)
    addressed = sum(bool(w & listed["second-person"]) for w in asked)
    if announced:
        return own >= ANNOUNCED_SHARE * len(answers) or 2 * addressed >= len(questions)
    return own >= FIRST_PERSON_SHARE * len(answers) and (
        single >= ANNOUNCED_SHARE * len(answers) or addressed >= FIRST_PERSON_SHARE * len(questions)
    )


def alternate(paragraphs: Sequence[str]) -> list[str] | None:
    """Return ``i`` (introduction), ``q`` or ``a`` for each paragraph; None when too few of them ask or answer."""
    begin = next((i for i, p in enumerate(paragraphs) if asks(p)), None)
    if begin is None or sum(map(asks, paragraphs)) < 2 or begin + 1 >= len(paragraphs):
        return None
    scores = [question_score(p) for p in paragraphs[begin:]]
    roles = ["i"] * begin + _best(scores)
    answers = [p for p, r in zip(paragraphs, roles, strict=True) if r == "a"]
    return roles if first_person(answers) or sum(map(asks, paragraphs)) >= 4 else None


def question_score(paragraph: str) -> float:
    """Return how much a paragraph looks like a question (positive) or an answer (negative)."""
    listed = kinds("interview")
    low = paragraph[:_LOOK].lower().lstrip("\"“'‘«„ ")
    words = _WORDS.findall(low)
    you = sum(w in listed["second-person"] for w in words)
    own = sum(w in listed["first-person"] for w in words)
    score = ENDS_ASKING if asks(paragraph) else -NOT_ASKING
    score += min(MOST_WORDS, EACH_YOU * you) - min(MOST_WORDS, EACH_I * own)
    if _opens(low, words, "opener"):
        score -= OPENS_ANSWER
    elif _opens(low, words, "asker"):
        score += OPENS_QUESTION
    return score - LONG * max(0.0, len(paragraph) / LONG_CHARS - 1)


def _opens(low: str, words: Sequence[str], kind: str) -> bool:
    """Say whether a paragraph begins with one of the wordings of a kind."""
    wordings = kinds("interview")[kind]
    return any(" ".join(words[:n]) in wordings for n in (1, 2, 3)) or any(low.startswith(w + ",") for w in wordings)


def _best(scores: Sequence[float]) -> list[str]:
    """Return the best sequence of questions and answers (Viterbi): a question first, an answer last."""
    best = {"q": 0.0, "a": float("-inf")}
    back: list[dict[str, str]] = []
    for score in scores[1:]:
        ask = max(("a", best["a"]), ("q", best["q"] + AFTER_QUESTION_QUESTION), key=lambda x: x[1])
        say = max(("q", best["q"]), ("a", best["a"] + AFTER_ANSWER_ANSWER), key=lambda x: x[1])
        back.append({"q": ask[0], "a": say[0]})
        best = {"q": ask[1] + score / 2, "a": say[1] - score / 2}
    role = "a"
    out = [role]
    for step in reversed(back):
        role = step[role]
        out.append(role)
    return out[::-1]
