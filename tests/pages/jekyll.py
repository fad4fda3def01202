"""Sites as Jekyll itself renders them: which files are pages, where they are served, what they show."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.programs import Programs

_BUILD = """
require 'json'
require 'jekyll'
require 'yaml'
Jekyll.logger.log_level = :error
shown = JSON.parse($stdin.read).map do |folder|
  begin
    options = { 'quiet' => true, 'disable_disk_cache' => true, 'highlighter' => nil }
    file = "#{folder}/_config.yml"
    settings = File.exist?(file) && YAML.load_file(file) || {}
    options['config'] = File.exist?(file) ? [file] : []
    options['source'] = File.expand_path(settings['source'] || '.', folder)
    config = Jekyll.configuration(options.merge('destination' => "#{folder}/_site"))
    config['plugins'] = config['gems'] = []
    config['theme'] = nil
    site = Jekyll::Site.new(config)
    site.reset; site.read; site.generate; site.render
    items = (site.pages + site.docs_to_write).reject { |one| one.is_a?(Jekyll::StaticFile) }
    items.map { |one| { path: one.relative_path, url: one.url, title: one.data['title'].to_s, html: one.output } }
  rescue StandardError => error
    { error: error.message }
  end
end
$stdout.write(JSON.generate(shown))
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page that Jekyll has rendered, without a layout."""

    path: str
    url: str
    title: str
    html: str


def jekyll(programs: Programs, folders: list[Path]) -> list[list[Shown]]:
    """What Jekyll renders of each site, by path; skips where it is not installed."""
    assert programs.on_path("jekyll")
    given = json.dumps([str(folder.resolve()) for folder in folders])
    done = programs.run("ruby", "-Eutf-8", "-e", _BUILD, folder=Path.cwd(), input=given)
    assert done.returncode == 0, done.stderr[-2000:]
    sites = json.loads(done.stdout)
    for folder, site in zip(folders, sites, strict=True):
        assert isinstance(site, list), f"{folder}: {site}"
    return [sorted((Shown(**page) for page in site), key=lambda one: one.path) for site in sites]


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """The folder with the files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
