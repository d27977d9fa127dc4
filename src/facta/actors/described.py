"""Phrases headed by a role noun: officials, bodies, groups and crews, with a country of their own or from around."""

from __future__ import annotations

from facta.actors.found import Found, Reading
from facta.actors.lean import lean, office_state
from facta.actors.named import note_holder
from facta.actors.owners import close_to, origin_words, owners_of
from facta.actors.phrases import Phrase, clause_of, is_plural, key_of, lemma, modifiers
from facta.actors.pronouns import earlier
from facta.actors.same import across, called_alike, client, of_force, points_back, restricted, uniformed
from facta.actors.scene import Referent
from facta.actors.states import befriended, modifier, sides, state_word, words_before
from facta.records import Actor, MentionKind
from facta.resources.actorwords import Role
from facta.resources.roster import SUPRANATIONAL

#: Sectors that belong to some state even when the text names none.
PUBLIC = frozenset((
    "GOV", "MIL", "SPY", "COP", "JUD", "LEG", "OPP", "PTY", "PTY OPP", "PTY GOV", "LEG OPP", "REB", "PRM", "ELI",
))
#: People of these sectors take the state of the place as well.
LOCAL = frozenset({"CVL", "LAB", "EDU", "MED", "AGR", "JRN", "REL", "SOC", "BUS"})
#: Collectives of people, whom a paper calls *they* rather than *it*.
COLLECTIVES = frozenset({"CVL", "MIL", "REB", "UAF", "PRM", "REF", "LAB", "COP", "OPP"})
#: These are pointed back to rather than belonging to the state spoken of.
MOVING = frozenset({"REB", "PRM"})
#: From this share of all names of states on, an article is about one state.
CLEARLY_ABOUT = 0.5
#: Sectors of a role that give way to that of the body it belongs to (*a Hamas official*).
OVERRULED = frozenset({"GOV", "MIL", "UAF"})
#: Bodies of a state whose people have a government beside them: *the deputies urged their government*.
STATE_BODIES = frozenset({"LEG", "JUD", "COP", "MIL", "SPY", "OPP", "LEG OPP"})
#: *The group* and *the bloc* are bodies of these sectors, or international ones.
GROUPS = frozenset({"REB", "PRM", "SOC", "PTY", "PTY OPP", "PTY GOV", "OPP", "CRM", "UAF", "LAB", "REL"})
#: Words that mean two without an article.
BOTH = frozenset({"both", "either", "neither"})
#: Whose *men* are of the same force.
ARMED = frozenset({"MIL", "COP", "REB", "PRM", "SPY", "UAF", "CRM"})
#: Agents of their own, who belong to no state unless the text names one.
STATELESS = frozenset({"CRM", "UAF", "UNK", "REF"})
SORTS = {"person": "person", "office": "person", "title": "person", "body": "body", "group": "body", "craft": "thing"}
#: How many sentences back *the men* or *the group* may point.
FAR_BACK, NEAR_BACK = 12, 4


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
    owners = [] if _only_back(reader, span, noun) else owners_of(reader, span, role)
    if noun in lists["client"] and owners:
        spoken = client(reader, span)
        if spoken:
            return _found(reader, span, role, spoken, "same")
    if noun in lists["second"] and span.possessor is not None and role.sector == "LEG":
        role = role._replace(sector="GOV", kind="office")
    if noun in lists["counterpart"] or noun in lists["followers"]:
        role = _like_possessor(reader, span, role)
    if noun in lists["counterpart"]:
        owners = across(reader, span, owners)
    if owners:
        if role.kind in ("person", "office") and len(owners) == 1 and owners[0].code:
            note_holder(reader, span, span.head + 1, owners[0].code)
        if role.sector == "CVL" and close_to(reader, span.head):
            role = role._replace(sector=owners[0].sector or "GOV")
        role = of_force(reader, role, noun, owners)
        joint = not role.sector and any(low in lists["joint"] for low in words_before(reader, span))
        role = role._replace(sector="GOV") if joint and role.kind == "body" else role
        return _found(reader, span, role, tuple(_with(owner, role, noun, reader) for owner in owners), "described")
    return _stateless(reader, span, role) or _pair(reader, span, role) or _bare(reader, span, role)


def _only_back(reader: Reading, span: Phrase, noun: str) -> bool:
    """Say whether a house is one only where a parliament was named: not so the *House of Representatives*."""
    words = reader.scene.words
    if noun not in words.lists["back_only"]:
        return False
    return not any(m and m in words.roles[noun] for m in modifiers(reader.sentence, span, words, reader.hits))


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
    own = role.kind == "body" and sector == "GOV" and owner.sector in STATE_BODIES
    yields = (sector in OVERRULED and not own) or (sector is None and role.kind != "person")
    if sector is None and owner.code in reader.scene.roster.states and noun in reader.scene.words.lists["organ"]:
        sector = "GOV"
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
    world = role.kind in ("body", "group") and any(low in lists["international"] and low not in own for low in lows)
    around = (*lows, *origin_words(reader, span.head))
    if not world and not any(low in lists["nationless"] and low not in own for low in around):
        return None
    charity = role.sector == "SOC" and role.kind == "body" and noun_of(reader, span) in lists["worldwide"]
    actor = Actor(code="NGO" if charity else "IGO" if world else None, sector=role.sector or None)
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
    before = points_back(reader, span, role, definite=definite)
    if before:
        return _found(reader, span, role, before, "same")
    alike = called_alike(reader, span, role, definite=definite)
    if alike is not None and not (sector in PUBLIC and _of_one_state(reader, alike)):
        return _found(reader, span, role, alike.actors, "same")
    if _only_back(reader, span, key):
        return None
    if definite and sector in MOVING:
        same = earlier(scene, reader.k, span.head, lambda ref: _like(ref, role, sector, plural), NEAR_BACK)
        if same is not None:
            return _found(reader, span, role, same.actors, "same")
    if key in scene.words.lists["worldly"] and plural and not definite:
        return _found(reader, span, role, (Actor(code=None, sector=sector),), "unknown")
    if sector in PUBLIC:
        if alike is not None and key == noun_of(reader, span) and alike.key.endswith(" " + key):
            sector = alike.actors[0].sector or sector
        code = office_state(reader, span.head, alike, key if definite and not plural else "")
        rule = "craft" if role.kind == "craft" else "context"
        return _found(reader, span, role, (Actor(code=code, sector=sector),), rule)
    if definite and not restricted(reader, span.head):
        clause = clause_of(reader.sentence, span.head)
        same = earlier(
            scene, reader.k, span.head,
            lambda ref: _like(ref, role, sector, plural) and not (ref.sentence == reader.k and ref.clause == clause)
            and (ref.sure or sector not in LOCAL),
            FAR_BACK,
        )
        if same is not None:
            return _found(reader, span, role, same.actors, "same")
    return _private(reader, span, role, plural=plural)


def noun_of(reader: Reading, span: Phrase) -> str:
    """Return the head noun of a phrase as the tables write it."""
    return lemma(reader.sentence.tokens[span.head], reader.scene.words)


def _of_one_state(reader: Reading, ref: Referent) -> bool:
    """Say whether a referent stands for one state, so that its name weighs rather than decides."""
    return len(ref.actors) == 1 and ref.actors[0].code in reader.scene.roster.states


def _private(reader: Reading, span: Phrase, role: Role, *, plural: bool) -> Found | None:
    """Resolve people and bodies that serve no state: those of the place of the act."""
    scene, sector = reader.scene, role.sector or None
    if sector is None and role.kind in ("body", "group"):
        return None
    many = plural or role.kind in ("group", "body")
    code = None
    if sector == "SOC" and role.kind == "body" and noun_of(reader, span) in scene.words.lists["worldwide"]:
        code = "NGO"
    elif sector in LOCAL:
        code = scene.state_here(reader.k, span.head, lean=lean(reader, span.head, private=True))
    elif sector and sector not in STATELESS and many and scene.share >= CLEARLY_ABOUT:
        code = scene.main
    return _found(reader, span, role, (Actor(code=code, sector=sector),), "context" if code else "unknown")


def crowd(reader: Reading, span: Phrase) -> Found | None:
    """Return the people behind a bare *thousands marched*."""
    role = Role("CVL", "group")
    return None if reader.sentence.dependents(span.head, "prep") else _private(reader, span, role, plural=True)


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
