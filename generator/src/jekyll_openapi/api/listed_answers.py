"""Decides whether a table of a response describes the whole answer, or each item of a list.

Returns a list of:      The response is an array.      Each item has:
"""

import re
from itertools import pairwise

from jekyll_openapi.api.operation_drafts import Draft
from jekyll_openapi.api.regions import Region
from jekyll_openapi.pages.document import Block, Paragraph, Table, plain
from jekyll_openapi.patterns import regex

_LIST = regex(
    r"\W*(?:(?:it|this|(?:this|the) (?:response|answer|result|operation|endpoint|call|method|request)(?: body)?) "
    r"(?:is )?)?(?:(?:returns|return|(?:answers|responds|replies)(?: with)?|gives back):? )?(?:an? |the )?"
    r"(?:json |sorted |ordered |possibly |empty |or |\()*(?:array|list)s?\b",
    re.I,
)
_EACH = regex(
    r"\W*each (?:item|element|entry|object|row)\b"
    r"(?: (?:of|in) (?:the|this) (?:array|list|response|answer|result))? (?:is|has|holds|contains|looks)\b",
    re.I,
)
_HOLDER = regex(
    r"(?:items|data|results?|list|records|rows|entries|values|content|total\w*|count|next\w*|cursor|page\w*)(?:\[\])?",
    re.I,
)
"""Matches a property of an object that holds a list, or that pages through one."""


def says_list(draft: Draft, region: Region, blocks: list[Block]) -> bool:
    """Whether the response section, or the sentence above a table, says that the table describes each item of a list.

    A row for the items themselves says that the list is inside an object.
    """
    if any(_HOLDER.fullmatch(each.row.name.written) for each in region.rows):
        return False
    places = {table.location for table in region.tables}
    pairs = (pair for part in draft.parts for pair in pairwise(part.blocks))
    leads = (above for above, block in pairs if isinstance(block, Table) and block.location in places)
    texts = (plain(one.spans) for one in (*blocks, *leads) if isinstance(one, Paragraph))
    return any(_LIST.match(text) or _EACH.match(text) for text in texts)
