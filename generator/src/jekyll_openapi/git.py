"""Asks git for objects, the state of the working tree and commit times. Never changes or fetches anything."""

import os
from pathlib import Path

_SECONDS = 60
_QUIET = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


class GitError(Exception):
    """Git failed or took too long; the message says which."""


class NoGitError(GitError):
    """Git is not installed."""


def run_git(*arguments: str) -> bytes:
    """The output of a git command; raises GitError."""
    import subprocess  # many that may ask git do not, and it takes 3 ms

    try:
        done = subprocess.run(
            ("git", *arguments),
            env={**os.environ, **_QUIET},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise NoGitError("git is not installed") from None
    except subprocess.TimeoutExpired:
        raise GitError(f"git {arguments[0]} took longer than {_SECONDS} s") from None
    if done.returncode:
        # Behind the first line git tells more of where it looked, or gives advice.
        raise GitError(f"git {arguments[0]}: {done.stderr.decode(errors='replace').strip().partition(chr(10))[0]}")
    return done.stdout


def kept_files(folder: Path) -> frozenset[str]:
    """The files in a folder whose current content git can restore, including both sides of a merge."""
    compare = ("diff", "--no-ext-diff", "--name-only", "-z", "--relative", "--diff-filter=M")
    try:
        known = run_git("-C", str(folder), "ls-files", "-z", ".")
        changed = run_git("-C", str(folder), *compare)
    except GitError:
        return frozenset()
    return frozenset(_names(known)) - frozenset(_names(changed))


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def changed_files() -> list[str]:
    """Files that differ from the last commit or are untracked; raises GitError."""
    told = run_git("status", "--porcelain", "--no-renames", "--untracked-files=normal", "-z")
    return [one[3:] for one in _names(told)]


def has_tag(name: str) -> bool:
    """Whether there is a tag with the name here; raises GitError."""
    return bool(run_git("tag", "--list", name).strip())


def commit_time() -> int:
    """The time of the last commit, in seconds since 1970; raises GitError."""
    return int(run_git("log", "-1", "--format=%ct"))
