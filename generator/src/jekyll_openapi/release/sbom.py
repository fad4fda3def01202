"""Writes a CycloneDX 1.6 bill of materials for a client: its files, and what it requires."""

import tomllib
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from jekyll_openapi import __version__
from jekyll_openapi.openapi.json import Json

_REQUIREMENT = "jekyll-openapi:requirement"
_EXTRA = "jekyll-openapi:extra"


def bill_of_materials(pyproject: str, files: dict[str, str], moment: int) -> Json:
    """The document for a project and its distributions (file name -> SHA-256).

    Dependencies have no version: which one is installed is decided at installation, within the requirement.
    """
    project = tomllib.loads(pyproject)["project"]
    own = f"{_purl(project['name'])}@{project['version']}"
    extras = project.get("optional-dependencies", {})
    needed = [(one, "") for one in project["dependencies"]]
    needed += [(one, extra) for extra, listed in extras.items() for one in listed]
    components = [_component(requirement, extra) for requirement, extra in needed]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # Derived from the content, so that the same release has the same number.
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, repr((own, sorted(files.items()))))}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).isoformat().replace("+00:00", "Z"),
            "tools": {"components": [{"type": "application", "name": "jekyll-openapi", "version": __version__}]},
            "component": _root(project, own, files),
        },
        "components": components,
        "dependencies": [
            {"ref": own, "dependsOn": sorted({str(one["bom-ref"]) for one in components})},
            *({"ref": one["bom-ref"]} for one in components),
        ],
    }


def _root(project: Any, own: str, files: dict[str, str]) -> Json:
    licence = {"licenses": [{"expression": project["license"]}]} if "license" in project else {}
    return {
        "type": "library",
        "bom-ref": own,
        "name": project["name"],
        "version": project["version"],
        "description": project["description"],
        **licence,
        "purl": own,
        "externalReferences": [
            {"type": "distribution", "url": name, "hashes": [{"alg": "SHA-256", "content": digest}]}
            for name, digest in sorted(files.items())
        ],
    }


def _component(text: str, extra: str) -> Json:
    requirement = Requirement(text)
    said = {_REQUIREMENT: str(requirement.specifier)} | ({_EXTRA: extra} if extra else {})
    return {
        "type": "library",
        "bom-ref": _purl(requirement.name),
        "name": canonicalize_name(requirement.name),
        "scope": "optional" if extra else "required",
        "purl": _purl(requirement.name),
        "properties": [{"name": name, "value": value} for name, value in said.items()],
    }


def _purl(name: str) -> str:
    return f"pkg:pypi/{canonicalize_name(name)}"
