"""Renders the model template with openapi-python-client."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2.bccache import Bucket, BytecodeCache
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from jekyll_openapi.cache import Cache
from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.client.writer import Code, visible

if TYPE_CHECKING:
    from jekyll_openapi.client.models import Text

TEMPLATES = Path(__file__).parent / "templates"


def render(texts: list[Text], cache: Cache) -> list[str]:
    """A module per object; raises if openapi-python-client reports a problem."""
    settings = ConfigFile.model_validate({"post_hooks": []})
    config = Config.from_sources(settings, MetaType.NONE, Path(), "utf-8", False, None)
    keys = {f"Model{number}": one for number, one in enumerate(texts, 1)}
    schemas = {key: _skeleton(one) for key, one in keys.items()}
    head = {"openapi": "3.1.1", "info": {"title": "models", "version": "0"}, "paths": {}}
    data = GeneratorData.from_dict({**head, "components": {"schemas": schemas}}, config=config)
    if isinstance(data, GeneratorError) or data.errors:
        raise ClientError([_said(one) for one in ([data] if isinstance(data, GeneratorError) else data.errors)])
    project = Project(openapi=data, config=config, custom_template_path=TEMPLATES)
    project.env.finalize = _only_code
    project.env.bytecode_cache = _Templates(cache)
    template = project.env.get_template("model.py.jinja")
    found = {str(one.class_info.name): one for one in data.models}
    if missing := [keys[key].name.text for key in keys if key not in found]:
        raise ClientError([f"openapi-python-client made no model of {name}" for name in missing])
    return [template.render(model=found[key], ours=one) for key, one in keys.items()]


def _skeleton(one: Text) -> dict[str, Any]:
    """The object as openapi-python-client needs it: property names, and which are required."""
    return {
        "type": "object",
        "properties": {name: {} for name in one.properties},
        "required": [name for name, each in one.properties.items() if each.is_needed],
    }


def _only_code(value: object) -> str:
    """Filter that admits `Code` only; raises TypeError for other text."""
    if isinstance(value, Code):
        return value.text
    raise TypeError(f"the template puts in {type(value).__name__}, not Code")


def _said(error: GeneratorError) -> str:
    return " ".join(visible(f"openapi-python-client: {error.header} {error.detail or ''}").split())


class _Templates(BytecodeCache):
    """Compiled templates, cached."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._cache.find(("template", bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._cache.keep(("template", bucket.key, bucket.checksum), bucket.code)
