"""From trafilatura's tree of an article to its paragraphs: each with whether all of it is emphasised.

>>> from lxml.etree import fromstring
>>> table = "<table><row><cell>a</cell><cell>b</cell></row></table>"
>>> pieces(fromstring(f"<body><p><hi rend='#b'>Why?</hi> Because.</p>{table}</body>"))
[('Why?', True), ('Because.', False), ('a b', False)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from facta.article.clean import repair, squeeze, undo_mojibake
from facta.article.limits import MAX_PARAGRAPHS

_STRONG = {"#b", "#i", "#u"}
_ASKED = re.compile(r"\?[\"”»’)]*\s*$")
_BLOCKS = frozenset({"p", "head", "list", "quote", "div", "table"})
_LAYOUT_CHARS = 300  # characters of a cell with blocks from which its table is there to lay out a page


def pieces(body: Any) -> list[tuple[str, bool]]:  # noqa: ANN401
    """Return the paragraphs of trafilatura's tree, each with whether all of it is emphasised."""
    out: list[tuple[str, bool]] = []
    for element in body:
        if not isinstance(element.tag, str):
            continue
        out += _paragraphs(element)
        if element.tail and element.tail.strip():
            out.append((clean(element.tail), False))
    return [p for p in out if p[0]][:MAX_PARAGRAPHS]


def _paragraphs(element: Any) -> Iterator[tuple[str, bool]]:  # noqa: ANN401
    """Yield the paragraphs of one element: items of lists, rows of tables, and the lines of a paragraph."""
    if element.tag == "list":
        for item in element.iter("item"):
            yield clean(" ".join(item.itertext())), False
    elif element.tag == "table":
        layout = any(_is_layout(cell) for row in element for cell in row)
        for row in element if layout else element.iter("row"):
            if layout:
                for cell in row:
                    yield from _mixed(cell)
            else:
                yield clean(" ".join(t for cell in row for t in cell.itertext())), False
    elif element.tag in {"quote", "div"} and len(element):
        yield from _mixed(element)
    else:
        yield from _lines(element)


def _is_layout(cell: Any) -> bool:  # noqa: ANN401
    """Say whether a cell of a table holds paragraphs: the table lays out a page, its rows are no sentences."""
    blocks = [child for child in cell if child.tag in _BLOCKS]
    size = sum(len(t.strip()) for t in cell.itertext()) if blocks else 0
    return size > _LAYOUT_CHARS and (len(blocks) > 1 or blocks[0].tag in {"table", "div", "quote"})


def _mixed(element: Any) -> Iterator[tuple[str, bool]]:  # noqa: ANN401
    """Yield the paragraphs of an element that holds blocks, and the words between them."""
    if not any(child.tag in _BLOCKS or child.tag == "row" for child in element):
        yield from _lines(element)
        return
    run = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield clean("".join(run)), False
            run = []
            yield from _paragraphs(child)
        else:
            run.append(" " if child.tag == "lb" else "".join(child.itertext()))
        run.append(child.tail or "")
    yield clean("".join(run)), False


def _lines(element: Any) -> Iterator[tuple[str, bool]]:  # noqa: ANN401
    """Yield the lines of a paragraph: parted at a break where an emphasised line meets a plain one, else joined."""
    head = element.tag == "head"
    lines: list[tuple[list[str], list[bool]]] = [([], [])]

    def add(text: str | None, strong: bool) -> None:
        if text:
            said, strengths = lines[-1]
            if not strong and text.strip() and strengths and all(strengths) and _ASKED.search("".join(said)):
                lines.append(([], []))  # a question in bold, and its answer in the same paragraph
            lines[-1][0].append(text)
            if text.strip():
                lines[-1][1].append(strong)

    def walk(node: Any, strong: bool) -> None:  # noqa: ANN401
        strong = strong or (node.tag == "hi" and node.get("rend") in _STRONG)
        add(node.text, strong)
        for child in node:
            if child.tag == "lb":
                lines.append(([], []))
            else:
                walk(child, strong)
            add(child.tail, strong)

    walk(element, head)
    done: list[tuple[str, bool]] = []
    for texts, strengths in lines:
        text, strong = clean("".join(texts)), bool(strengths) and all(strengths)
        if not text:
            continue
        if done and done[-1][1] == strong:
            done[-1] = (f"{done[-1][0]}\n{text}", strong)
        else:
            done.append((text, strong))
    yield from done


def clean(text: str) -> str:
    """Return text of the page on one line, repaired."""
    return squeeze(repair(undo_mojibake(text)))
