"""Phrases headed by a role noun: officials, bodies, groups and crews, with a country of their own or from around."""

from __future__ import annotations

from facta.actors.found import Found, Reading
from facta.actors.lean import lean
from facta.actors.named import note_holder
from facta.actors.owners import close_to, origin_words, owners_of
from facta.actors.phrases import Phrase, clause_of, is_plural, key_of, lemma
from facta.actors.pronouns import earlier
from facta.actors.same import client, points_back, restricted, uniformed
from facta.actors.scene import Referent
from facta.actors.states import befriended, modifier, sides, state_word, words_before
from facta.records import Actor, MentionKind
from facta.resources.actorwords import Role
from facta.resources.roster import SUPRANATIONAL

#: Sectors that belong to some state even when the text names none.
PUBLIC = frozenset((
    "GOV", "MIL", "SPY", "COP", "JUD", "LEG", "OPP", "PTY", "PTY OPP", "PTY GOV", "LEG OPP", "REB", "PRM", "ELI",
))
#: Plain people of these sectors take the state of the place as well.
LOCAL = frozenset({"CVL", "LAB", "EDU", "MED", "AGR"})
#: Collectives of people, whom a paper calls *they* rather than *it*.
COLLECTIVES = frozenset({"CVL", "MIL", "REB", "UAF", "PRM", "REF", "LAB", "COP", "OPP"})
#: These are pointed back to rather than belonging to the state spoken of.
MOVING = frozenset({"REB", "PRM"})
#: From this share of all names of states on, an article is about one state.
CLEARLY_ABOUT = 0.5
#: Sectors of a role that give way to that of the body it belongs to (*a Hamas official*).
OVERRULED = frozenset({"GOV", "MIL", "UAF"})
#: *The group* and *the bloc* are bodies of these sectors, or international ones.
GROUPS = frozenset({"REB", "PRM", "SOC", "PTY", "PTY OPP", "PTY GOV", "OPP", "CRM", "UAF", "LAB", "REL"})
#: Words that mean two without an article.
BOTH = frozenset({"both", "either", "neither"})
#: Whose *men* are of the same force.
ARMED = frozenset({"MIL", "COP", "REB", "PRM", "SPY", "UAF", "CRM"})
#: Agents of their own, who belong to no state unless the text names one.
STATELESS = frozenset({"CRM", "UAF"})
SORTS = {"person": "person", "office": "person", "title": "person", "body": "body", "group": "body", "craft": "thing"}
#: How many sentences back *the men* or *the group* may point.
FAR_BACK, NEAR_BACK = 12, 4
#: For so many sentences *the president* is the one of the state named last.
HOLDS = 8


def described(reader: Reading, span: Phrase, role: Role) -> Found | None:
    """Return the actors of a role noun."""
    if role.kind == "title":
        return modifier(reader, span)
    if role.kind == "state" or befriended(reader, span):
        return state_word(reader, span)
    if role.kind == "side":
        return sides(reader, span)
    role = uniformed(reader, span, role)
    noun = lemma(reader.sentence.tokens[span.head], reader.scene.words)
    lists = reader.scene.words.lists
    owners = [] if noun in lists["back_only"] else owners_of(reader, span, role)
    if noun in lists["client"] and owners:
        spoken = client(reader, span)
        if spoken:
            return _found(reader, span, role, spoken, "same")
    if noun in lists["counterpart"] or noun in lists["followers"]:
        role = _like_possessor(reader, span, role)
    if owners:
        if role.kind in ("person", "office") and len(owners) == 1 and owners[0].code:
            note_holder(reader, span, span.head + 1, owners[0].code)
        if role.sector == "CVL" and close_to(reader, span.head):
            role = role._replace(sector=owners[0].sector or "GOV")
        joint = not role.sector and any(low in lists["joint"] for low in words_before(reader, span))
        role = role._replace(sector="GOV") if joint and role.kind == "body" else role
        return _found(reader, span, role, tuple(_with(owner, role, noun, reader) for owner in owners), "described")
    return _stateless(reader, span, role) or _pair(reader, span, role) or _bare(reader, span, role)


def _like_possessor(reader: Reading, span: Phrase, role: Role) -> Role:
    """Return the role of *his Chilean colleague*, who has the office of the one whose colleague that is."""
    found = reader.head(span.possessor) if span.possessor is not None else None
    sector = next((a.sector for a in found.actors if a.sector), None) if found else None
    follows = lemma(reader.sentence.tokens[span.head], reader.scene.words) in reader.scene.words.lists["followers"]
    return role._replace(sector=sector) if sector and (sector in ARMED or not follows) else role


def _with(owner: Actor, role: Role, noun: str, reader: Reading) -> Actor:
    """Return the owner's state with the role's sector, or the sector of the body that the role belongs to."""
    sector: str | None = role.sector or None
    if owner.sector and noun in reader.scene.words.lists["aboard"]:
        sector = owner.sector
    yields = sector in OVERRULED or (sector is None and role.kind != "person")
    if (owner.code in SUPRANATIONAL and sector == "GOV") or (owner.sector and yields):
        sector = owner.sector
    return Actor(code=owner.code, sector=sector)


def _stateless(reader: Reading, span: Phrase, role: Role) -> Found | None:
    """Resolve *foreign troops*, *an international tribunal*, *a judge from a third country*."""
    lists = reader.scene.words.lists
    lows = words_before(reader, span)
    own = reader.scene.words.roles.get(lemma(reader.sentence.tokens[span.head], reader.scene.words), {})
    if "each" in lows and "other" in lows:
        return None
    if not any(low in lists["nationless"] and low not in own for low in (*lows, *origin_words(reader, span.head))):
        return None
    world = role.kind in ("body", "group") and any(low in lists["international"] for low in lows)
    actor = Actor(code="IGO" if world else None, sector=role.sector or None)
    return _found(reader, span, role, (actor,), "stateless")


def _pair(reader: Reading, span: Phrase, role: Role) -> Found | None:
    """Resolve *the two armies*, *each other's fishermen*, *the presidents* by the two states spoken of."""
    scene, lists = reader.scene, reader.scene.words.lists
    lows = words_before(reader, span)
    sector = role.sector or None
    each_other = "each" in lows and "other" in lows
    if not each_other:
        if sector not in PUBLIC and sector is not None:
            return None
        plural = is_plural(reader.sentence.tokens[span.head], reader.sentence)
        definite = any(low in lists["determiner_definite"] for low in lows)
        leaders = definite and plural and role.kind == "person" and sector == "GOV" and len(scene.topical) > 1
        two = any(low in lists["pair"] for low in lows) and (definite or any(low in BOTH for low in lows))
        if not leaders and not two:
            return None
    codes = scene.pair_here(reader.k, span.head)
    actors = tuple(Actor(code=c, sector=sector) for c in codes)
    return _found(reader, span, role, actors, "pair") if actors else None


def _bare(reader: Reading, span: Phrase, role: Role) -> Found | None:
    """Resolve a role without a country by what was said before and what the article is about."""
    scene, sector = reader.scene, role.sector or None
    plural = is_plural(reader.sentence.tokens[span.head], reader.sentence)
    definite = any(low in scene.words.lists["determiner_definite"] for low in words_before(reader, span))
    key = key_of(reader.sentence, span, scene.words)
    if definite and not plural and role.kind in ("person", "office") and key in scene.holders and _still(reader, key):
        return _found(reader, span, role, (Actor(code=scene.holders[key][0], sector=sector),), "same")
    here = {code for code, weight in lean(reader, span.head).items() if weight > 0} if plural else set()
    before = points_back(reader, span, role, definite=definite)
    if here and not here.intersection(a.code for a in before):
        before = ()
    if before:
        return _found(reader, span, role, before, "same")
    if key in scene.words.lists["back_only"]:
        return None
    if definite and sector in MOVING:
        same = earlier(scene, reader.k, span.head, lambda ref: _like(ref, role, sector, plural), NEAR_BACK)
        if same is not None:
            return _found(reader, span, role, same.actors, "same")
    if key in scene.words.lists["worldly"] and plural and not definite:
        return _found(reader, span, role, (Actor(code=None, sector=sector),), "unknown")
    if sector in PUBLIC:
        code = scene.state_here(reader.k, span.head, lean=lean(reader, span.head))
        rule = "craft" if role.kind == "craft" else "context"
        return _found(reader, span, role, (Actor(code=code, sector=sector),), rule)
    if definite and not restricted(reader, span.head):
        clause = clause_of(reader.sentence, span.head)
        same = earlier(
            scene, reader.k, span.head,
            lambda ref: _like(ref, role, sector, plural) and not (ref.sentence == reader.k and ref.clause == clause),
            FAR_BACK,
        )
        if same is not None:
            return _found(reader, span, role, same.actors, "same")
    return _private(reader, span, role, plural=plural)


def _still(reader: Reading, key: str) -> bool:
    """Say whether *the president* is still the one named last: lately, or of the state that the article is about."""
    code, sentence = reader.scene.holders[key]
    return code == reader.scene.main or reader.k - sentence <= HOLDS


def _private(reader: Reading, span: Phrase, role: Role, *, plural: bool) -> Found | None:
    """Resolve people and bodies that serve no state: those of the place where an article is about one state."""
    scene, sector = reader.scene, role.sector or None
    code = None
    many = plural or role.kind in ("group", "body")
    if sector and sector not in STATELESS and many and not restricted(reader, span.head):
        if scene.share >= CLEARLY_ABOUT:
            code = scene.main
        elif role.kind == "body" or sector in LOCAL:
            code = scene.state_here(reader.k, span.head, lean=lean(reader, span.head))
    if sector is None and role.kind in ("body", "group"):
        return None
    return _found(reader, span, role, (Actor(code=code, sector=sector),), "context" if code else "unknown")


def _like(ref: Referent, role: Role, sector: str | None, plural: bool) -> bool:
    """Say whether a definite description can point back to the referent."""
    if not ref.actors or ref.actors[0].code is None:
        return False
    if sector is None:
        if role.kind not in ("body", "group"):
            return ref.sort == "person" and not plural
        first = ref.actors[0]
        return ref.sort == "body" and (first.sector in GROUPS or (not first.sector and first.code in SUPRANATIONAL))
    return any(actor.sector == sector for actor in ref.actors) and (
        ref.plural or ref.sort == "group" or not plural or (ref.sort == "body" and sector in MOVING)
    )


def _found(reader: Reading, span: Phrase, role: Role, actors: tuple[Actor, ...], rule: str) -> Found:
    plural = is_plural(reader.sentence.tokens[span.head], reader.sentence) or len(actors) > 1
    crowd = plural or (role.kind == "group" and role.sector in COLLECTIVES)
    sort = "group" if crowd else SORTS[role.kind]
    return Found(actors, MentionKind.DESCRIPTION, rule, span.head, span.left, span.right, sort, plural)
