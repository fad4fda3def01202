"use strict";
(() => {
  const limit = 60;
  const box = document.getElementById("search");
  const results = document.getElementById("found");
  const count = document.getElementById("count");
  const menu = document.getElementById("menu");
  const wide = matchMedia("(min-width: 62rem)");
  const order = ["operation", "schema", "property", "parameter", "docs page", "kind of finding"];
  const entries = Array.from(document.querySelectorAll("[data-find]"), (place) => {
    const { find, kind } = place.dataset;
    const summary = place.querySelector(":scope > .summary");
    return {
      id: place.id,
      kind,
      label: kind === "operation" ? place.querySelector("h3").textContent.trim() : find,
      names: find.toLowerCase().split(/[\s./]+/),
      text: `${find} ${summary ? summary.textContent : ""}`.toLowerCase(),
    };
  });

  // 0 for a name that is the word, 1 for one that begins with it, 2 for one that holds it, 3 for other text.
  const distance = (entry, words) => {
    const one = (word) => {
      if (entry.names.includes(word)) return 0;
      if (entry.names.some((name) => name.startsWith(word))) return 1;
      return entry.names.some((name) => name.includes(word)) ? 2 : 3;
    };
    return Math.max(...words.map(one)) * order.length + order.indexOf(entry.kind);
  };

  const shown = (entry) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const kind = document.createElement("span");
    link.href = `#${entry.id}`;
    link.textContent = entry.label;
    kind.className = "count";
    kind.textContent = entry.kind;
    link.append(" ", kind);
    item.append(link);
    return item;
  };

  const search = () => {
    const words = box.value.toLowerCase().split(/[\s./]+/).filter(Boolean);
    const matches = words.length === 0 ? [] : entries.filter((entry) => words.every((word) => entry.text.includes(word)));
    const sorted = matches
      .map((entry) => [distance(entry, words), entry])
      .sort(([a], [b]) => a - b)
      .map(([, entry]) => entry);
    results.replaceChildren(...sorted.slice(0, limit).map(shown));
    results.hidden = words.length === 0;
    menu.hidden = words.length > 0;
    const more = sorted.length > limit ? `, the first ${limit} shown` : "";
    count.textContent = words.length === 0 ? "" : `${sorted.length} found${more}`;
  };

  const clear = () => {
    box.value = "";
    search();
  };

  const move = (step) => {
    const stops = [box, ...results.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next) next.focus();
  };

  document.addEventListener("keydown", (event) => {
    const inside = event.target === box || results.contains(event.target);
    if (event.key === "/" && event.target !== box && !event.ctrlKey && !event.metaKey && !event.altKey) box.focus();
    else if (event.key === "Escape" && inside) clear(), box.focus();
    else if (event.key === "ArrowDown" && inside) move(1);
    else if (event.key === "ArrowUp" && inside) move(-1);
    else if (event.key === "Enter" && event.target === box && results.firstChild) results.querySelector("a").click();
    else return;
    event.preventDefault();
  });

  const fit = () => {
    menu.open = wide.matches;
  };

  box.addEventListener("input", search);
  results.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) clear();
  });
  menu.addEventListener("click", (event) => {
    if (event.target.closest("a")) fit();
  });
  wide.addEventListener("change", fit);
  fit();
  search();
})();
