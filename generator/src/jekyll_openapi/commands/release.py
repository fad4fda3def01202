"""`release`: writes the next version of description and client, and all release files."""

import argparse
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from jekyll_openapi.client.stamp import NAME as STAMP
from jekyll_openapi.client.stamp import tree_digest
from jekyll_openapi.commands.console import FINDINGS, FINE, say, show
from jekyll_openapi.commands.description import report_findings
from jekyll_openapi.commands.outputs import (
    Outputs,
    differences,
    finish_interrupted,
    make_client_beside,
    make_client_in,
    make_outputs,
    require_targets,
)
from jekyll_openapi.config import Config, find_config
from jekyll_openapi.diff.show import SHOWS
from jekyll_openapi.git import GitError, changed_files, commit_time, has_tag
from jekyll_openapi.openapi.names import names_of
from jekyll_openapi.openapi.reading import read, read_text
from jekyll_openapi.output.guard import Guard
from jekyll_openapi.output.ownership import SUMS
from jekyll_openapi.output.together import Together
from jekyll_openapi.records import replace
from jekyll_openapi.release.artifacts import ArtifactError, Artifacts
from jekyll_openapi.release.changelog import with_entry
from jekyll_openapi.release.plan import (
    Last,
    Plan,
    are_sockets_new,
    digest_of,
    is_moved_only,
    make_plan,
    mark_of,
    read_last,
    write_last,
)
from jekyll_openapi.release.state import read_release, released_folder
from jekyll_openapi.release.version import VersionError
from jekyll_openapi.unusable import UnusableError


class RefusedError(Exception):
    """There is nothing to release; the message says why."""


def run(options: argparse.Namespace) -> int:
    """Plans the next release and, unless it is a dry run, writes it."""
    config = find_config(Path.cwd(), options.config)
    try:
        # What interrupted runs have left would count as uncommitted changes.
        finish_interrupted(config)
        moment = _moment()
        plan = _planned(config, moment, options.version or "")
        _show(plan)
        if not options.dry_run:
            guard = config.guard(*config.outputs.values(), *config.of_releases.values(), force=options.force, warn=say)
            _write(config, plan, moment, guard)
    except RefusedError as problem:
        say(f"jekyll-openapi: no release: {problem}")
        return FINDINGS
    except GitError as problem:
        say(f"jekyll-openapi: no release: git cannot tell whether everything is committed: {problem}")
        return FINDINGS
    except (VersionError, ArtifactError) as problem:
        raise UnusableError(str(problem)) from problem
    return FINE


def _planned(config: Config, moment: int, asked: str) -> Plan:
    """The next release; raises RefusedError if there should be none."""
    # A release is tagged in git, and can only be built again from what is committed.
    if changed := changed_files():
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        raise RefusedError(f"not everything is committed: {changed[0]}{more}")
    outputs = make_outputs(config)
    assert config.spec
    if any(differences(outputs)) or report_findings(outputs.made, outputs.pages, config) != FINE:
        raise RefusedError("`jekyll-openapi check` fails; run it to see where")
    last, before = read_last(config.spec, config.sockets), read_release(config.spec)
    day = datetime.fromtimestamp(moment, UTC).date().isoformat()
    plan = make_plan(outputs.made.spec, outputs.client, last, before, day, asked, outputs.made.sockets)
    version = outputs.made.spec["info"]["version"]
    if not plan:
        raise RefusedError(f"nothing has changed since {version}")
    if last and not asked and _is_moved_only(config.spec, outputs, last):
        raise RefusedError(f"only source places and the order of things changed since {version}")
    _require_new(plan.release.version)
    return plan


def _require_new(version: str) -> None:
    """Raises RefusedError if the version is out already: nobody could tell two releases of one version apart."""
    if has_tag(f"v{version}"):
        raise RefusedError(
            f"{version} has been released, as the tag v{version} says; name a higher version with `--version`"
        )


def _is_moved_only(spec: Path, outputs: Outputs, last: Last) -> bool:
    """Whether only the places of facts have changed, and the generated client has not."""
    if are_sockets_new(last, outputs.made.sockets):
        return False
    kept = read(released_folder(spec) / spec.name).content
    if not is_moved_only(kept, outputs.made.spec) or not outputs.client:
        return is_moved_only(kept, outputs.made.spec)
    # A new generator can make another client of the same description; that is worth a release.
    with tempfile.TemporaryDirectory() as folder:
        made = replace(outputs, made=replace(outputs.made, spec=kept), released=last.names)
        return tree_digest(make_client_in(Path(folder), made)) == last.client


def _moment() -> int:
    """The timestamp of the release: SOURCE_DATE_EPOCH, or else the time of the last commit."""
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    if stated is None:
        return commit_time()
    if not (stated.isascii() and stated.isdigit() and len(stated) <= 10):
        raise UnusableError(f"SOURCE_DATE_EPOCH is `{stated}`, and no number of seconds")
    return int(stated)


def _show(plan: Plan) -> None:
    """Prints version, reasons and changelog entry."""
    show(f"{plan.release.version}: {plan.why}")
    show(*(SHOWS["text"](plan.changes) if plan.changes else ()))
    show(*(f"gone from the client: {name}" for name in plan.gone))
    show("", *plan.section.splitlines())


def _write(config: Config, plan: Plan, moment: int, guard: Guard) -> None:
    """Makes everything beside the old files, then puts all of it in place together."""
    assert config.spec
    outputs = make_outputs(config, plan.release)
    where = outputs.client
    # From now on these are the names that were released, and every later client is made with them.
    names = names_of(outputs.made.spec, outputs.released)
    outputs = replace(outputs, released=names)
    released, artifacts = released_folder(config.spec), config.artifacts
    changelog = config.changelog
    assert changelog
    _require_targets(config, outputs, guard)
    with Together() as together:
        client = make_client_beside(outputs, together) if where else None
        kept, new_artifacts = _beside(released, together), _beside(artifacts, together)
        older = read_text(changelog) if changelog.is_file() else ""
        log, made = with_entry(older, plan.section), outputs.made
        licences = config.file.parent if config.file else Path.cwd()
        Artifacts(made.spec, made.sockets, made.findings, client, log, names, licences, moment).write(new_artifacts)
        texts = {path.name: text for path, text in outputs.texts.items() if path in (config.spec, config.sockets)}
        write_last(kept, texts, digest_of(made.spec, client), names, made.api.kept, plan.release)
        folders = [(new_artifacts, artifacts, SUMS), (kept, released, mark_of(released))]
        if client and where:
            folders.insert(0, (client, where, STAMP))
        # All checks come before the first write: a refusal must not leave half a release.
        for new, old, mark in folders:
            guard.require_folder(old, mark, new)
        together.texts(outputs.changed | {changelog: log})
        for new, old, _ in folders:
            together.folder(new, old)
        together.put()
    version = plan.release.version
    say(f"wrote {version} and {os.path.relpath(artifacts)}; commit it and tag it v{version}")


def _require_targets(config: Config, outputs: Outputs, guard: Guard) -> None:
    """Raises OutputError if any part of the release must not be written, before anything is made."""
    require_targets(outputs, guard)
    assert config.changelog
    guard.require_file(config.changelog)
    kept = guard.keeping(config.outputs)
    released = released_folder(outputs.spec)
    for folder, mark in ((config.artifacts, SUMS), (released, mark_of(released))):
        kept.require_target(folder, mark)


def _beside(path: Path, together: Together) -> Path:
    """An empty folder next to the path, not added yet."""
    folder = together.folder_for(path) / path.name
    folder.mkdir()
    return folder
