"""Reports as they would be read from a store, without one."""

from datetime import date, timedelta

from facta.incidents.report import Report, Source, report
from facta.incidents.wording import Wording

WORDS = Wording.of("en")
DAY = date(2031, 5, 6)


def party(text, code=None, sector=None):
    return {"text": text, "code": code, "sector": sector}


def told(
    name="a", *, text=None, publisher="Daily Post", article=None, after=0, when=0, place="Gori", **values
) -> Report:
    """Return a report of an arrest; ``when`` and ``after`` are days from DAY, of the act and of publication."""
    sentence = text or "Police in Gori held the reporter Nino Beridze on Tuesday."
    day = None if when is None else DAY + timedelta(days=when)
    row = {
        "id": name, "article_id": article or f"article {name}", "type": "COERCE", "mode": "arrest",
        "actors": [party("Police", "GEO", "COP")], "recipients": [party("Nino Beridze", "GEO", "JRN")],
        "status": "actual", "polarity": "+", "voice": "article", "sources": [], "when_start": day, "when_end": day,
        "place_code": "GEO" if place else None, "place": place, "published_start": DAY + timedelta(days=after),
        "published_end": DAY + timedelta(days=after), "evidence": sentence,
    } | values
    own = f"{sentence} {name} " * 3 if text is None else text
    return report(row, source=Source.of(own, publisher, WORDS), wording=WORDS)
