"""Turns failures into one line on standard error and an exit code, never a traceback."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.commands.console import FINDINGS, NothingReadError, fail, say
from jekyll_openapi.diagnostics import NoPagesError
from jekyll_openapi.terminal import page_of
from jekyll_openapi.unusable import UnusableError

TRACEBACK = "JEKYLL_OPENAPI_TRACEBACK"
_LONGEST = 200


def guarded(work: Callable[[], int]) -> int:
    """The exit code of the work, or of the failure that ended it."""
    try:
        return work()
    except NoPagesError as problem:
        from jekyll_openapi.report import Sources, concise  # with all formats and the rules: a third of `rule`

        say(*concise(problem.diagnostics, Sources.of(problem.pages), page_of(sys.stderr)))
        from jekyll_openapi.commands.nothing_read import why_no_page  # loads all that reads pages: 100 ms

        what = f"{problem} in {problem.pages}" if problem.diagnostics else why_no_page(Path(problem.pages))
        return fail(what, "give a folder of Markdown pages, or one page")
    except NothingReadError as problem:
        return fail(str(problem), "`jekyll-openapi init` looks at the pages and proposes settings", FINDINGS)
    except BrokenPipeError:
        raise
    except (ClientError, OSError, UnusableError) as problem:
        return refused(problem)
    except UnicodeDecodeError as problem:
        return fail(f"the input is not UTF-8 text: {problem}")
    except RecursionError:
        return fail("the input is nested too deeply")
    except MemoryError:
        return fail("the input takes more memory than there is")
    except Exception as problem:
        if os.environ.get(TRACEBACK):
            raise
        return fail(f"a defect of jekyll-openapi: {_shown(problem)}", f"report it, with what {TRACEBACK}=1 shows")


def refused(problem: Exception) -> int:
    """Prints why something cannot be done; returns the exit code."""
    if isinstance(problem, ClientError):
        say(*problem.problems)
        return fail("no client can be generated from the description", "existing output was left unchanged")
    if isinstance(problem, OSError):
        return fail(f"{problem.filename or ''}: {problem.strerror or problem}".removeprefix(": "))
    return fail(str(problem))


def _shown(problem: Exception) -> str:
    """The exception, and where it was raised, in one line."""
    import traceback  # where there is a defect

    frame = traceback.extract_tb(problem.__traceback__)[-1]
    text = str(problem)
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
    return f"{type(problem).__name__} in {os.path.basename(frame.filename)}, line {frame.lineno}: {text}"
