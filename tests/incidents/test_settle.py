"""What a cluster comes to: counts, status, conflicts."""

import pytest
from tests.incidents.made import party, told

from facta.incidents.settle import settle

STORY = (
    "Police in Gori held the reporter Nino Beridze on Tuesday as she filmed a march against the new press law. Her "
    "lawyer said that she had not been told why, and would ask a judge to free her. The ministry did not answer."
)
POLICE, LAWYER, WITNESS = (party(*p) for p in (("police", "GEO", "COP"), ("her lawyer", "GEO", "CVL"), ("a nun", None)))


def said(by, **more):
    own = "self" if by is POLICE else "other"
    return {"sources": [by | {"cue": "said"}], "voice": own} | more


def test_syndication_is_counted_once():
    """Three papers print one text and one tells it in its own words: four reports, two texts, three publishers."""
    found = settle([
        told("a", text=STORY, publisher="Wire"), told("b", text="GORI - " + STORY, publisher="Herald"),
        told("c", text=STORY + " More follows.", publisher="Herald"), told("d", publisher="Post"),
    ])
    assert (found.reports, found.independent_reports, found.publishers) == (4, 2, ("Herald", "Post", "Wire"))
    assert ("article a", "article b", "article c") in found.texts


def test_two_acts_of_one_article_are_one_report():
    """A headline and its story are one article."""
    found = settle([told("a", article="x"), told("b", article="x")])
    assert (found.reports, found.independent_reports, len(found.event_ids)) == (1, 1, 2)


@pytest.mark.parametrize(("reports", "status"), [
    ([{}], "actual"),
    ([said(POLICE)], "actual"),
    ([said(LAWYER)], "alleged"),
    ([said(LAWYER), said(LAWYER)], "alleged"),
    ([said(LAWYER), said(WITNESS)], "actual"),
    ([{"status": "alleged"}, {"status": "alleged"}], "alleged"),
    ([{}, said(POLICE, status="alleged", polarity="-")], "disputed"),
    ([said(LAWYER), said(POLICE, polarity="-")], "disputed"),
    ([said(POLICE, polarity="-")], "denied"),
    ([{}, {"polarity": "-", "after": 2}], "denied"),
    ([{"after": 3}, {"polarity": "-", "after": 2}], "disputed"),
])
def test_status_is_what_independent_sources_assert(reports, status):
    """One's own word, two witnesses, a denial, a retraction: each settles it as documented."""
    assert settle([told(str(n), **values) for n, values in enumerate(reports)]).status == status


def test_conflicts_stay_visible():
    """Differing days, numbers and blame are listed with how many texts give each; the commonest is taken."""
    found = settle([
        told("a", text="On Tuesday police held 12 reporters in Gori."),
        told("b", text="Some 15 reporters were taken to a station by soldiers."),
        told("c", text="Gori saw the arrest of 12 reporters, among them Nino Beridze.", when=1, actors=[]),
        told("d", text="Foreign agents led the journalists away from their office.", actors=[party("agents", "RUS")]),
    ])
    told_of = {(c.about, c.value): c.reports for c in found.conflicts}
    assert told_of[("number", "12 report")] == 2
    assert told_of[("number", "15 report")] == 1
    assert told_of[("date", "2031-05-06")] == 3
    assert told_of[("date", "2031-05-07")] == 1
    assert told_of[("blame", "GEO")] == 2
    assert told_of[("blame", "RUS")] == 1
    assert found.actor_codes == ("GEO",)


def test_the_order_of_reports_does_not_matter():
    """The same reports in another order are the same incident, to the last field."""
    reports = [told(str(n), when=n % 2, text=STORY[n:]) for n in range(6)]
    assert settle(reports) == settle(reports[::-1])
