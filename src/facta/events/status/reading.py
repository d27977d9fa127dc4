"""From the words around an act and the words above it to what the act is.

``Reading.view`` lets the act's own words speak (``words``), then what governs it (``links``), and so on
up the sentence; each governor passes on, replaces or turns what it is itself.
"""

from __future__ import annotations

from facta.events.status.clauses import base, is_conditional, is_past
from facta.events.status.defaults import as_noun, default, parenthesis
from facta.events.status.given import decided, possessed, standing, turned_down
from facta.events.status.governors import called_a_charge, finished, is_outsider, joined
from facta.events.status.kinds import Kind, Link
from facta.events.status.links import link
from facta.events.status.lookup import lookup
from facta.events.status.nouns import Own, cue, definite
from facta.events.status.verdicts import denies, disbelieved, so_called
from facta.events.status.views import View, combined
from facta.events.status.words import own_words
from facta.records import Cue, Sentence, Status
from facta.resources.status import Signature, StatusLexicon

#: Governors above this many are left out: no reader follows further, and hostile text may nest without end.
MAX_GOVERNORS = 40

#: Effects of nouns whose content may be called untrue.
_SAID = frozenset(("say", "alleged", "think"))
_STATUSES = frozenset(status.value for status in Status if status is not Status.ACTUAL)
_TOPIC = frozenset(("on", "over", "about", "against", "into", "at"))


class Reading:
    """One sentence read for one act: views of governors are made once."""

    def __init__(self, sentence: Sentence, lexicon: StatusLexicon, *, headline: bool = False) -> None:
        self.sentence, self.lexicon, self.headline = sentence, lexicon, headline
        self._views: dict[int, View] = {}
        self._depth = 0
        self._insider = False

    def own(self, i: int, *, insider: bool = False) -> Own:
        """Return what the word's own surroundings say."""
        return own_words(self.sentence, i, self.lexicon, headline=self.headline, insider=insider)

    def view(self, i: int) -> View:
        """Return what the word at ``i`` is, by its own words and its governors."""
        if i not in self._views:
            if self._depth >= MAX_GOVERNORS:
                return View()
            self._depth += 1
            self._views[i] = self._aside(i, combined(self.own(i), self.context(i)))
            self._depth -= 1
        return self._views[i]

    def _aside(self, i: int, view: View) -> View:
        return parenthesis(self.sentence, i, view, self.lexicon)

    def act(self, i: int, *, outsider: bool, insider: bool = False) -> View:
        """Return the view of an act.

        ``outsider``: its source is known to have no say in what *will* be; ``insider``: it is the would-be actor.
        """
        if not outsider and not insider:
            return self.view(i)
        self._insider = insider
        context = self.context(i)
        context = context._replace(outsider=True) if outsider else context
        return self._aside(i, combined(self.own(i, insider=insider), context))

    def context(self, i: int) -> View:
        """Return what the governors of ``i`` make of it."""
        known = standing(self.sentence, i, self.lexicon) or turned_down(self.sentence, i, self.lexicon)
        if known is not None:
            return View(cues=(cue(known, f"{known.text.lower()}: taken for granted"),))
        invented = denies(self.sentence, i, self.lexicon)
        if invented is not None:
            return View(Status.ALLEGED, True, cues=(cue(invented, f"{invented.text.lower()}: alleged, not"),))
        ironic = so_called(self.sentence, i, self.lexicon)
        if ironic is not None:
            return View(Status.ALLEGED, cues=(cue(ironic, f"what it {ironic.text.lower()}: alleged"),))
        found = link(self.sentence, i, self.lexicon)
        view = self._joint(i, found)
        if found.turned is not None:
            words = (cue(found.turned, "not"), *view.cues)
            return view._replace(negative=not view.negative, cues=words)
        return view

    def _joint(self, i: int, found: Link) -> View:
        """Return what a link makes of ``i``."""
        if found.kind is Kind.ROOT:
            return View()
        if found.kind is Kind.CONJUNCT:
            return self._conjunct(joined(self.sentence, i, found.head))
        if found.kind is Kind.OWN:
            return View(reported=found.frame == "wh")
        if found.kind is Kind.RELATIVE:
            return self._relative(i, found.head)
        if found.kind is Kind.EXAMPLE:
            return self._example(i, found.head)
        above = self.view(found.head)
        if found.signature is not None:
            return self._governed(i, found, found.signature, above)
        if found.kind is Kind.REPORT:
            return self._governed(i, found, Signature("say", False, True), above)
        if found.kind is Kind.QUESTION:
            return View(Status.HYPOTHETICAL, firm=True, cues=self._cue(found.head, "whether: hypothetical"))
        return default(self.sentence, i, found, above, self.lexicon)

    def _example(self, i: int, head: int) -> View:
        """Return what an example of a noun is (*abuses such as torturing*, *charges including hacking*)."""
        known = lookup(self.sentence, head, ("of", "to", "for"), self.lexicon)
        if known is not None and known[1].speech:
            return self._governed(i, Link(Kind.GOVERNED, head, *known), known[1], self.view(head))
        return self.view(head)._replace(firm=False)

    def _conjunct(self, head: int) -> View:
        if self._depth >= MAX_GOVERNORS:
            return View()
        self._depth += 1
        context = self.context(head)
        self._depth -= 1
        if is_conditional(self.sentence, head, self.lexicon) is not None:
            return View(Status.HYPOTHETICAL, firm=True, cues=self.own(head).cues)
        own = self.own(head, insider=self._insider)
        if own.firm and own.status is Status.HYPOTHETICAL:
            return context._replace(status=Status.HYPOTHETICAL, cues=own.cues)
        return context

    def _relative(self, i: int, head: int) -> View:
        """Let a relative clause stand for itself, unless what it modifies is not there (*a cabinet that …*)."""
        token = self.sentence.tokens[head]
        dets = self.sentence.dependents(head, "det")
        generic = self.lexicon.words["generic"]
        vague = token.text.lower() in generic or any(t.text.lower() in generic for t in dets)
        first = min((t.i for t in dets), default=head)
        comma = any(t.text == "," for t in self.sentence.tokens[head + 1 : head + 2])
        if token.dep in ("npadvmod", "appos") and any(t.text == "," for t in self.sentence.tokens[first - 1 : first]):
            # "…, a course that the minister has opposed"
            return View()
        if not vague and (comma or token.pos == "PROPN" or definite(self.sentence, head, self.lexicon)):
            return View()
        found = link(self.sentence, head, self.lexicon)
        above = self.view(found.head) if found.head != head else View()
        given = self._inherited(head, found)
        if given is not None and not vague:
            return given
        past = is_past(self.sentence, i)
        if above.status is Status.HYPOTHETICAL and (not past or token.dep.startswith("nsubj") or above.firm):
            return View(Status.HYPOTHETICAL, cues=above.cues)
        if (vague and not past) or (above.status in (Status.PLANNED, Status.PROPOSED) and not past):
            return View(Status.HYPOTHETICAL, cues=self._cue(head, "whoever: hypothetical"))
        return View()

    def _inherited(self, head: int, found: Link) -> View | None:
        """Return the view of a clause on a new noun in what is alleged: *denied that he ran a squad that killed*."""
        if found.head == head or self.sentence.tokens[head].dep not in ("dobj", "pobj", "attr", "nsubjpass", "conj"):
            return None
        verb = self.view(found.head)
        if verb.status is not Status.ALLEGED or self.sentence.tokens[found.head].pos != "VERB":
            return None
        return verb._replace(firm=False)

    def _governed(self, i: int, found: Link, signature: Signature, above: View) -> View:
        """Return what a governor with a known effect makes of its content."""
        effect, negative = signature.effect, not signature.fixed and above.negative ^ signature.negative
        if self._is_noun(found.head) and effect in _SAID and found.frame not in ("obj", "subj"):
            lie = disbelieved(self.sentence, found.head, self.lexicon)
            if lie is not None:
                words = (cue(lie, f"{lie.text.lower()}: alleged, not"), *self._cue(found.head, effect))
                doubt = self.view(lie.i).negative if lie.pos == "VERB" else False
                return View(Status.ALLEGED, not doubt, True, True, cues=words)
        if effect == "fact":
            return View(cues=self._cue(found.head, "taken for granted"))
        if effect in _STATUSES and self._is_noun(i) and possessed(self.sentence, i, self.lexicon):
            return View(cues=self._cue(i, "said already"))
        if effect == Status.PLANNED and decided(self.sentence, found.head, self.lexicon):
            return View(cues=self._cue(found.head, "decided: taken for granted"))
        if effect == "same":
            if above.status is Status.PLANNED and self._causes(found.head):
                above = above._replace(status=Status.HYPOTHETICAL)
            mark = self._cue(found.head, "not done") if signature.negative else ()
            return above._replace(negative=negative, firm=False, cues=(*mark, *above.cues))
        if effect == "try":
            return self._attempt(found.head, above)
        if effect in ("say", "think"):
            return self._reported(i, found, effect, above)
        ahead = found.frame == "that" and effect in (Status.PLANNED, Status.PROPOSED)
        if ahead and finished(self.sentence, i, self.lexicon):
            return View(reported=True, cues=above.cues)
        outsider = is_outsider(self.sentence, found.head, i, self.lexicon)
        if above.status is Status.HYPOTHETICAL and (
            self._is_need(found.head) if effect == Status.PROPOSED
            else effect == Status.PLANNED and above.firm and not signature.speech
        ):
            # "would have to withdraw", "if they were to withdraw", "does he intend to withdraw?"
            return above._replace(negative=negative, firm=False)
        if above.status is not Status.ACTUAL and signature.speech and not self._is_there(found.head, effect):
            return self._passed_on(i, found.head, above, negative)
        words = self._cue(found.head, f"{effect}, not" if signature.negative else effect)
        later = above.cues if above.negative else ()
        return View(Status(effect), negative, False, True, outsider, (*words, *later))

    def _reported(self, i: int, found: Link, effect: str, above: View) -> View:
        """Return what a neutral report or a belief makes of its content."""
        if found.frame == "obj":
            return as_noun(self.sentence, i, found, above, self.lexicon)
        if above.status in (Status.PLANNED, Status.PROPOSED) and is_past(self.sentence, i):
            return View(reported=True, cues=above.cues)
        if above.status is not Status.ACTUAL:
            return self._passed_on(i, found.head, above, above.negative)
        accuses = effect == "say" and self.sentence.tokens[found.head].lemma in self.lexicon.words["accusing"]
        charge = accuses and (
            called_a_charge(self.sentence, found.head, self.lexicon) or called_a_charge(self.sentence, i, self.lexicon)
        )
        if charge:
            return View(Status.ALLEGED, reported=True, cues=self._cue(charge.i, "alleged"))
        unsaid = above.negative and effect == "say"
        mark = self._cue(found.head, "not said: hypothetical" if unsaid else "reported")
        return View(
            Status.HYPOTHETICAL if unsaid else Status.ACTUAL, above.negative and not unsaid, False, True,
            is_outsider(self.sentence, found.head, i, self.lexicon), (*mark, *above.cues),
        )

    def _passed_on(self, i: int, head: int, above: View, negative: bool) -> View:
        """Give the content of a speech act that is not itself actual what the act is.

        *Would not hint that troops might be sent* says nothing against their being sent.
        """
        own = self.own(i)
        if negative and not own.firm and not own.future and own.status is Status.HYPOTHETICAL:
            negative = False
        cues = (*self._cue(head, "passes on"), *above.cues)
        return View(above.status, negative, True, True, is_outsider(self.sentence, head, i, self.lexicon), cues)

    def _is_there(self, i: int, effect: str) -> bool:
        """Say whether what was said is there already: *will look into allegations of*, *ready to vote on a bill to*."""
        token = self.sentence.tokens[i]
        if token.pos != "NOUN":
            return False
        topic = token.dep == "pobj" and self.sentence.tokens[token.head].text.lower() in _TOPIC
        return (effect == Status.ALLEGED and token.lemma in self.lexicon.words["accusing"]) or topic

    def _causes(self, i: int) -> bool:
        """Say whether a verb tells what *will* follow, not what is meant: *will provoke riots*."""
        return self.sentence.tokens[i].lemma in self.lexicon.words["cause"] and self.own(i).future == "will"

    def _is_need(self, i: int) -> bool:
        """Say whether a verb is the *have to* of *would have to*, the *need* of *may need to*."""
        return base(self.sentence.tokens[i]) in ("have", "need") and not self.own(i).firm

    def _is_noun(self, i: int) -> bool:
        return self.sentence.tokens[i].pos in ("NOUN", "PROPN")

    def _attempt(self, head: int, above: View) -> View:
        if above.status is Status.ALLEGED:
            return above._replace(negative=True, firm=False)
        if above.status is not Status.ACTUAL:
            return above._replace(firm=False)
        return View(negative=True, cues=(*self._cue(head, "attempt: not done"), *above.cues))

    def _cue(self, head: int, effect: str) -> tuple[Cue, ...]:
        token = self.sentence.tokens[head]
        return (cue(token, f"{token.text.lower()}: {effect}"),)
