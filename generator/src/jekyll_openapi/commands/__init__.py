"""The commands of `jekyll-openapi`, one module each; every failure becomes a line on standard error."""

import argparse
from importlib import import_module

from jekyll_openapi.client.problems import ClientError
from jekyll_openapi.commands.console import UnusableError, fail, say
from jekyll_openapi.config import ConfigError
from jekyll_openapi.pipeline import NoPagesError
from jekyll_openapi.report import Sources, concise
from jekyll_openapi.spec.base import BaseError
from jekyll_openapi.spec.only import UnknownOperationError
from jekyll_openapi.spec.overlay import OverlayError

_REFUSALS = (ConfigError, BaseError, OverlayError, UnknownOperationError, UnusableError)


def run(options: argparse.Namespace) -> int:
    """Runs the command that the options name, and returns the exit code."""
    command = import_module(f"jekyll_openapi.commands.{options.command}")
    try:
        code: int = command.run(options)
        return code
    except NoPagesError as problem:
        say(*concise(problem.diagnostics, Sources.of(options.pages)))
        return fail(f"{problem} in {options.pages}", "give a folder of Markdown pages, or one page")
    except BrokenPipeError:
        raise
    except ClientError as problem:
        say(*problem.problems)
        return fail("no client can be made of the description", "what was there is as it was")
    except OSError as problem:
        return fail(f"{problem.filename or ''}: {problem.strerror or problem}".removeprefix(": "))
    except _REFUSALS as problem:
        return fail(str(problem))
    except UnicodeDecodeError as problem:
        return fail(f"the input is no UTF-8 text: {problem}")
    except RecursionError:
        return fail("the input is nested too deeply")
