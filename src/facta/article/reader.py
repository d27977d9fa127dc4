"""The two doors of this room: a page, or a plain text, in; its Article out."""

from __future__ import annotations

from pathlib import Path

from facta.article.formats.page import Page
from facta.article.formats.raw import check_text, decode, is_html, too_large, unpack
from facta.article.language import identify
from facta.article.limits import MAX_SOURCE_BYTES, MAX_TEXT_CHARS
from facta.article.people import people
from facta.article.published import decide, given
from facta.article.turns import turns
from facta.errors import SourceError
from facta.records import Article, TurnKind

_SHOWN_NAME = 200


def read(
    source: str | Path | bytes, *, published: str | None = None, url: str | None = None, name: str | None = None,
    charset: str | None = None,
) -> Article:
    """Return the article behind a path, a web address (``http``, ``https``) or bytes, be it HTML or plain text.

    ``published`` is the day of publication if you know it better than the page, ``url`` the page's address, ``name``
    what to call the source, ``charset`` the encoding that a server declared for bytes.

    Raises:
        SourceError: it cannot be read, or there is no article in it; the message says what to do.
        UsageError: ``published`` is no date.

    """
    from facta.article.formats.web import fetch, is_url

    if published is not None:
        given(published)  # a wrong date is refused before anything is fetched
    if isinstance(source, bytes):
        data, name = source, name or "bytes"
    elif isinstance(source, str) and is_url(source):
        name = name or source
        data, charset, address = fetch(source)
        url = url or address
    else:
        name = name or str(source)
        data = _file(Path(source), name)
    if len(data) > MAX_SOURCE_BYTES:
        raise too_large(name)
    data = unpack(data, name)
    check_text(data, name)
    text = decode(data, charset)
    return _article(_page(text, url, name), name, published, url=url)


def from_text(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    source: str = "text",
) -> Article:
    """Return the article that a plain text is; the text is never taken for a path, and its offsets stay as they are.

    >>> article = from_text("Minsk recalled its ambassador on Monday, officials said.", published="2017-11-20")
    >>> article.published.basis, article.source
    ('given', 'text')

    Raises:
        SourceError: the text is empty or too long.
        UsageError: ``published`` is no date.

    """
    from facta.article.formats.text import parse

    _check_length(text, source)
    return _article(parse(text, title), source, published, url=url, publisher=publisher)


def _check_length(text: str, where: str) -> None:
    """Refuse texts that are empty or absurdly long."""
    if not text.strip():
        raise SourceError("S02", where, "it is empty", "Give a page or a text.")
    if len(text) > MAX_TEXT_CHARS:
        raise SourceError(
            "S05", where, f"the text is longer than {MAX_TEXT_CHARS:,} characters", "Give one article at a time."
        )


def _file(path: Path, name: str) -> bytes:
    """Return the bytes of a file, up to one more than the limit."""
    where = name[:_SHOWN_NAME]
    try:
        if path.is_dir():
            raise SourceError(
                "S01", where, "it is a folder", "Give its files; the command line takes the folder itself."
            )
        with path.open("rb") as file:
            return file.read(MAX_SOURCE_BYTES + 1)
    except FileNotFoundError as error:
        raise SourceError("S01", where, "no such file", "Check the path.") from error
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or str(error)
        raise SourceError(
            "S01", where, f"the file cannot be opened ({what})", "Check the path and its permissions."
        ) from error


def _page(text: str, url: str | None, name: str) -> Page:
    """Return the page, read in the format that the text is in."""
    if is_html(text):
        from facta.article.formats import html

        return html.parse(text, url, name)
    from facta.article.formats.text import parse

    _check_length(text, name)
    return parse(text, None)


def _article(
    page: Page, source: str, published: str | None, *, url: str | None = None, publisher: str | None = None
) -> Article:
    """Put the article together: turns, people, dates and language of a page."""
    publisher = publisher or page.publisher
    cut, words = turns(page.text, page.blocks, publisher), _words(page)
    body = next((t.end for t in cut.turns if t.kind is TurnKind.HEADLINE), 0)
    when = given(published) if published is not None else None
    return Article(
        source=source,
        text=page.text,
        title=page.title,
        url=url or page.url,
        language=identify(words, page.language),
        publisher=publisher,
        published=when or decide(page.hints, words, page.clock),
        page_clock=page.clock,
        people=people(page.text, cut.names, body),
        turns=cut.turns,
    )


def _words(page: Page) -> str:
    """Return the article's own paragraphs: what tells its language and its days, a page's clock left out."""
    kept = [b.text(page.text) for b in page.blocks if b.part not in {"clock", "dateline", "furniture"}]
    return "\n".join(kept) or page.text
