"""What git says of the repository that the command runs in; git is asked, and changes nothing."""

import os
import subprocess

_SECONDS = 60
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


class GitError(Exception):
    """Git cannot be asked; says why."""


def changed_files() -> list[str]:
    """What differs from the last commit, and what git does not know; raises GitError."""
    return [line[3:] for line in _git("status", "--porcelain", "--untracked-files=normal").splitlines()]


def commit_time() -> int:
    """When the last commit was made, in seconds since 1970; raises GitError."""
    return int(_git("log", "-1", "--format=%ct"))


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments],
            env={**os.environ, **_QUIET},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise GitError("there is no git here to tell whether everything is committed") from None
    except subprocess.TimeoutExpired:
        raise GitError(f"git {arguments[0]} took longer than {_SECONDS} s") from None
    if done.returncode:
        raise GitError(f"git cannot tell whether everything is committed: {done.stderr.strip()}")
    return done.stdout
