"""What cannot be done, as one line on standard error and an exit code, never a traceback."""

from collections.abc import Callable

from jekyll_openapi.client.problems import ClientError
from jekyll_openapi.commands.console import UnusableError, fail, say
from jekyll_openapi.config import ConfigError
from jekyll_openapi.openapi.reading import ReadError
from jekyll_openapi.output import OutputError
from jekyll_openapi.pipeline import NoPagesError
from jekyll_openapi.report import Sources, concise
from jekyll_openapi.spec.only import UnknownOperationError
from jekyll_openapi.spec.overlay import OverlayError

_REFUSALS = (ConfigError, ReadError, OutputError, OverlayError, UnknownOperationError, UnusableError)


def guarded(work: Callable[[], int], pages: str) -> int:
    """The exit code of the work, or that of the failure that ended it."""
    try:
        return work()
    except NoPagesError as problem:
        say(*concise(problem.diagnostics, Sources.of(pages)))
        return fail(f"{problem} in {pages}", "give a folder of Markdown pages, or one page")
    except ClientError as problem:
        say(*problem.problems)
        return fail("no client can be made of the description", "what was there is as it was")
    except BrokenPipeError:
        raise
    except OSError as problem:
        return fail(f"{problem.filename or ''}: {problem.strerror or problem}".removeprefix(": "))
    except _REFUSALS as problem:
        return fail(str(problem))
    except UnicodeDecodeError as problem:
        return fail(f"the input is no UTF-8 text: {problem}")
    except RecursionError:
        return fail("the input is nested too deeply")
