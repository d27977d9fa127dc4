"""What a worker does with one page: read it, code it, give its rows. Whatever goes wrong with a page is a row, too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from facta.article.archives.page import Page
from facta.errors import SourceError, stumbled
from facta.records import Article, Failure, Origin
from facta.store.rows import Rows, coding_rows, failure_row

CodePage = Callable[[Page], Rows]


class Work(Protocol):
    """What is to be done, before it is loaded: small, and able to travel to another process."""

    def load(self) -> tuple[Origin, CodePage]:
        """Return what codes, and the function that does; called once in each worker."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """The coder with its settings, as ``facta code`` takes them."""

    ontology: str = "plover"
    roster: tuple[str, ...] = ()
    encoder: bool = True
    published: str | None = None

    def load(self) -> tuple[Origin, CodePage]:
        """Load the coder, which takes some seconds."""
        from facta.pipeline.coder import Coder

        coder = Coder(ontology=self.ontology, roster=self.roster, encoder=self.encoder)

        def code(page: Page) -> Rows:
            stage = "read"
            try:
                article = read_page(page, self.published)
                stage = "code"
                return coding_rows(coder.code(article), coder.origin)
            except SourceError as error:
                return failed(page.name, stage, error)
            except MemoryError:
                raise
            except Exception as error:  # a fault of ours on one page must not lose the rest of an archive
                return failed(page.name, stage, stumbled(page.name, error))

        return coder.origin, code


def read_page(page: Page, published: str | None = None) -> Article:
    """Return the article in a page.

    Raises:
        SourceError: there is none, or it cannot be read.

    """
    from facta.article import from_text, read

    day = page.published or published
    if page.text is not None:
        return from_text(page.text, published=day, title=page.title, url=page.url, publisher=page.publisher,
                         source=page.name)
    content = page.data if page.data is not None else page.path or ""
    return read(content if isinstance(content, bytes) else str(content), published=day, url=page.url, name=page.name,
                charset=page.charset)


def failed(name: str, stage: str, error: SourceError) -> Rows:
    """Return the rows of a page that could not be done."""
    return {"failures": [failure_row(Failure(source=name, stage=stage, code=error.code, message=str(error)))]}
