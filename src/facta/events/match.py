"""From parsed words to senses: which patterns of the lexicon hold, and which of them says most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from facta.events.hidden import NominalSlots, verb_or_noun
from facta.events.political import is_political
from facta.events.slots import Slots, SlotWords
from facta.records import Mention, Sentence, Token
from facta.resources.forms import stems
from facta.resources.language import NO_EVENT, Condition, Language, Pattern

#: Answers which mention, if any, a word of the sentence belongs to.
Finder = Callable[[int], Mention | None]

_STATE_SECTORS = frozenset(("GOV",))
_PERSON_SECTORS = frozenset(("CVL", "JRN", "ELI", "EDU", "MED", "REF", "AGR", "LAB"))
_FORCE_SECTORS = frozenset(("MIL", "COP", "REB", "UAF", "PRM", "SPY"))
_VERBAL = ("VERB", "AUX")
#: A sentence with more capitalised words than this share of its longer words is a headline in capitals.
HEADLINE_SHARE = 0.6
_SHORT_WORD = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that reports an act: its position, the pattern that says so, the slots around it, what speaks for it."""

    i: int
    pattern: Pattern
    slots: Slots
    belief: float | None = None


def match(sentence: Sentence, mention_at: Finder, language: Language) -> list[Hit]:
    """Return the acts that a sentence names, in order; words that a veto pattern covers are left out."""
    present = written(sentence)
    return [hit for token in sentence.tokens for hit in _best(sentence, token, present, mention_at, language)]


def written(sentence: Sentence) -> frozenset[str]:
    """Return the words of a sentence, in their base forms and as they are written."""
    return frozenset(form for token in sentence.tokens for form in (token.lemma, token.text.lower()))


def readings(sentence: Sentence, mention_at: Finder, language: Language) -> Iterator[tuple[Hit, int]]:
    """Yield every act that a word can name, with its rank among the readings of that word (a veto counts as one)."""
    present = written(sentence)
    for token in sentence.tokens:
        seen: set[str] = set()
        for hit in _holding(token, sentence, present, mention_at, language):
            if hit.pattern.sense not in seen:
                if hit.pattern.sense != NO_EVENT:
                    yield hit, len(seen)
                seen.add(hit.pattern.sense)


def holding(hit: Hit, mention_at: Finder, language: Language) -> list[Pattern]:
    """Return every pattern that holds at a word, the weightiest first, vetoes included."""
    sentence = hit.slots.sentence
    return [other.pattern for other in _holding(hit.slots.token, sentence, written(sentence), mention_at, language)]


def _best(
    sentence: Sentence, token: Token, present: frozenset[str], mention_at: Finder, language: Language
) -> list[Hit]:
    found = _holding(token, sentence, present, mention_at, language)
    first = next(found, None)
    if first is None or first.pattern.sense == NO_EVENT:
        return []
    if language.is_in(first.pattern.sense, "general"):
        # "attacked the town with drones": lighter patterns may still say how.
        stem = first.pattern.sense + "-"
        first = next((hit for hit in found if hit.pattern.sense.startswith(stem)), first)
    return [first]


def _holding(
    token: Token, sentence: Sentence, present: frozenset[str], mention_at: Finder, language: Language
) -> Iterator[Hit]:
    """Yield the patterns that hold at a word; ``present`` are the words of the sentence, without which few can."""
    slots: Slots | None = None
    if token.dep == "amod" and language.is_in(token.lemma, "adjectival"):
        return  # "all recognised minorities", "the proposed law": a property, not a report
    parts = parts_of_speech(sentence, token)
    if not parts:
        return
    words = SlotWords(language.classes.get("quantity", frozenset()), language.classes.get("particle", frozenset()))
    for part in parts:
        for lemma in lemmas(sentence, token, part):
            patterns = language.patterns.get((lemma, part))
            if not patterns:
                continue
            slots = slots or verb_or_noun(sentence, token, words, language)
            yield from _held(patterns, present, slots, mention_at)
    if slots is None and not (token.dep == "amod" and _compounds(sentence, token)):
        # No word of the lexicon as the parser reads it; perhaps it stands for one.
        patterns = _borrowed(token, parts, language)
        if patterns:
            verbal = "v" in parts
            slots = verb_or_noun(sentence, token, words, language) if verbal else NominalSlots(sentence, token.i, words)
            yield from _held(patterns, present, slots, mention_at)


def _held(
    patterns: Sequence[Pattern], present: frozenset[str], slots: Slots, mention_at: Finder
) -> Iterator[Hit]:
    """Yield those of a word's patterns that hold; most are out because a word that they need is not there at all."""
    for pattern in patterns:
        for needed in pattern.needs:
            if needed.isdisjoint(present):
                break
        else:
            if all(holds(condition, slots, mention_at) for condition in pattern.frame):
                yield Hit(slots.i, pattern, slots)


def _borrowed(token: Token, parts: tuple[str, ...], language: Language) -> tuple[Pattern, ...]:
    """Return the patterns of the verb that a word without own patterns stands for.

    They are those of the verb that ``likewise.tsv`` names ("reimposed", "the prolongation of the ban"), of the verb in
    a gerund ("the scuttling of the boat"), or of the right base form where the parser's is no word ("cordone").
    """
    for part in parts:
        verb = language.likewise.get((token.lemma, part))
        if verb:
            return language.patterns[verb, "v"]
    inflected = "v" in parts or (token.pos == "NOUN" and token.text.endswith("ing") and "n" in parts)
    word = token.text.lower()
    bases = (*language.screen.irregular.get(word, ()), *stems(word)) if inflected else ()
    for stem in bases:
        found = language.patterns.get((language.likewise.get((stem, "v"), stem), "v"))
        if found:
            return found
    return ()


def parts_of_speech(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Return the lexicon's parts of speech that a token may have."""
    if token.pos in _VERBAL:
        if token.dep in ("aux", "auxpass"):
            return ()
        return ("v",)
    if token.pos == "NOUN":
        # In "arrest warrant" and "aid worker" nobody is arrested or helped.
        return ("n",) if token.dep != "compound" else ()
    if token.pos == "PROPN":
        # At the start of a sentence or in a capitalised headline "Talks" is tagged as a name.
        alone = token.dep not in ("compound", "poss")
        return ("n",) if alone and (token.i == 0 or _capitalised(sentence)) else ()
    if token.pos == "ADJ":
        return ("a", "v") if token.tag in ("VBN", "VBG") or token.text.lower().endswith(("ed", "en")) else ("a", "n")
    return ()


def _capitalised(sentence: Sentence) -> bool:
    """Say whether most longer words of a sentence begin with a capital, as in some headlines."""
    longer = [t.text for t in sentence.tokens if len(t.text) > _SHORT_WORD]
    return sum(word[0].isupper() for word in longer) > HEADLINE_SHARE * len(longer)


def lemmas(sentence: Sentence, token: Token, part: str) -> tuple[str, ...]:
    """Return the base forms to look up: a hyphenated compound around the word, the parser's lemma, the word itself."""
    compounds = _compounds(sentence, token)
    if compounds and token.dep == "amod":
        # In "Chadian-backed rebels" and "Kremlin-led talks" nobody is reported to back or lead.
        return tuple(compounds)
    found = [*compounds, token.lemma]
    lower = token.text.lower()
    if lower != token.lemma and part == "n":
        found.append(lower.removesuffix("s") if token.pos == "PROPN" and token.tag == "NNPS" else lower)
    return tuple(dict.fromkeys(found))


def _compounds(sentence: Sentence, token: Token) -> list[str]:
    """Return "test-fire" for *fired* in "test-fired" and "sit-in" for *sit*; the parser cuts words at hyphens."""
    tokens, i = sentence.tokens, token.i
    out = []
    if i >= 2 and tokens[i - 1].text == "-" and tokens[i - 1].end == token.start:
        out.append(f"{tokens[i - 2].text.lower()}-{token.lemma}")
    if i + 2 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 1].start == token.end:
        out.append(f"{token.lemma}-{tokens[i + 2].text.lower()}")
    return out


def holds(condition: Condition, slots: Slots, mention_at: Finder) -> bool:
    """Say whether one condition of a frame is met."""
    return _filled(condition, slots, mention_at) is not condition.negated


def _filled(condition: Condition, slots: Slots, mention_at: Finder) -> bool:
    found = slots.fill(condition.slot)
    if not condition.words and not condition.kinds:
        return bool(found) or (
            condition.slot not in _SYNTACTIC and not found and slots.has_preposition(condition.slot)
        )
    tokens = slots.sentence.tokens
    for k in found:
        word = tokens[k]
        if condition.words and (word.lemma in condition.words or word.text.lower() in condition.words):
            return True
        if condition.kinds and any(_is_kind(kind, word, mention_at(k)) for kind in condition.kinds):
            return True
    return False


_SYNTACTIC = frozenset(
    ("obj", "subj", "iobj", "prt", "inf", "ing", "that", "fact", "pred", "mod", "poss", "gov", "det", "of")
)
_PEOPLE_PRONOUNS = frozenset(("he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "whom"))


def _is_kind(kind: str, word: Token, mention: Mention | None) -> bool:
    if kind == "PERSON" and word.lemma in _PEOPLE_PRONOUNS:
        return True
    if mention is None:
        return False
    if kind == "ACTOR":
        return any(actor.code or actor.sector for actor in mention.actors)
    if kind == "STATE":
        return any(actor.code and actor.sector in _STATE_SECTORS for actor in mention.actors)
    if kind == "PUBLIC":
        return any(is_political(actor) for actor in mention.actors)
    if kind == "FORCE":
        return any((actor.sector or "").split(" ")[0] in _FORCE_SECTORS for actor in mention.actors)
    person = any(actor.sector in _PERSON_SECTORS for actor in mention.actors)
    return person if kind == "PERSON" else not person
