"""Ends the section of an operation where the next operation is stated in a line, without a heading of its own.

`GET /boats`
### Parameters
| `name` | ...
`PUT /boats`          here a section without a title begins, so that the rows above stay with GET
### Parameters
| `length` | ...
"""

from collections.abc import Iterator

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.request_headings import in_heading
from jekyll_openapi.api.request_lines import stating
from jekyll_openapi.api.section_kinds import ANSWER, REQUEST, kind_of
from jekyll_openapi.api.sections import Section
from jekyll_openapi.api.statements import in_block
from jekyll_openapi.pages.document import Block, Fence, Heading, Page, Paragraph, plain


def with_requests_apart(page: Page, dialect: Dialect) -> Page:
    """The page with an empty heading above each request that stands in a section of another operation."""
    if dialect.operation_sections:
        return page
    return page.replacing({at: (heading, page.blocks[at]) for at, heading in _apart(page.blocks, dialect)})


def _apart(blocks: tuple[Block, ...], dialect: Dialect) -> Iterator[tuple[int, Heading]]:
    """The empty headings, each with the index of the block that it stands above."""
    around: list[tuple[int, int]] = []  # level and index of the headings around
    last_request = last_heading = -1
    takes = False
    for index, block in stating(blocks, dialect):
        if isinstance(block, Heading):
            while around and around[-1][0] >= block.level:
                around.pop()
            title = Section(plain(block.spans), block.level, block.spans, block.location, ())
            takes = bool(around) and around[-1][1] < last_request and kind_of(title, dialect) in (*REQUEST, *ANSWER)
            around.append((block.level, index))
            last_heading = index
            last_request = index if any(method for method, _ in in_heading(block.spans)) else last_request
        elif _states(block, dialect):
            if takes and index > last_heading + 1:
                yield index, Heading(around[-1][0], (), block.location)
                takes = False
            last_request = index


def _states(block: Block, dialect: Dialect) -> bool:
    return isinstance(block, Paragraph | Fence) and any(one.method for one in in_block(block, 0, 0, dialect))
