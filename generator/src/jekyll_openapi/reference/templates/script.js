"use strict";
(() => {
  const limit = 60;
  const box = document.getElementById("search");
  const results = document.getElementById("found");
  const count = document.getElementById("count");
  const menu = document.getElementById("menu");
  const nav = menu.querySelector("nav");
  const wide = matchMedia("(min-width: 62rem)");
  const order = ["operation", "schema", "message", "socket", "property", "parameter", "docs page", "kind of finding"];

  const made = (name, text, attributes) => {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
    return element;
  };

  // --- search --------------------------------------------------------------------------------------------------------

  const parted = (text) => text.toLowerCase().split(/[^\p{L}\p{N}_-]+/u).filter(Boolean);
  const humps = (text) => text.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ");

  const told = (place) => {
    const own = place.querySelectorAll(":scope > .summary, :scope > p, :scope > .says > p, :scope > .says > .values");
    return Array.from(own, (one) => one.textContent).join(" ");
  };

  const entries = Array.from(document.querySelectorAll("[data-find]"), (place) => {
    const { find, kind } = place.dataset;
    const holder = place.closest("article");
    const names = parted(find);
    return {
      id: place.id,
      kind,
      label: kind === "operation" ? place.querySelector("h3").textContent.trim() : find,
      title: find.toLowerCase(),
      names: new Set([...names, ...parted(humps(find))]),
      words: new Set(parted(told(kind === "schema" && place.tagName === "H4" ? holder : place))),
    };
  });

  // Whether one is the other with a letter wrong, missing, too much, or two letters the wrong way round.
  const nearly = (one, other) => {
    if (one.length < 4 || Math.abs(one.length - other.length) > 1 || one === other) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start += 1;
    let end = 0;
    while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
    const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
    return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === right[1] + right[0]);
  };

  const some = (words, test) => {
    for (const word of words) if (test(word)) return true;
    return false;
  };

  // From 0, a name that is the word, to 4, a word of the description that begins with it; 6 with a typing error.
  const distance = (entry, word, lenient) => {
    if (entry.names.has(word)) return 0;
    if (some(entry.names, (name) => name.startsWith(word))) return 1;
    if (entry.title.includes(word)) return 2;
    if (entry.words.has(word)) return 3;
    if (word.length > 2 && some(entry.words, (one) => one.startsWith(word))) return 4;
    if (lenient && some(entry.names, (name) => nearly(name, word))) return 5;
    return lenient && some(entry.words, (one) => nearly(one, word)) ? 6 : Infinity;
  };

  const rank = (entry, words, query, lenient) => {
    if (entry.title === query || (entry.kind === "operation" && entry.title.split(" ").includes(query))) return -1;
    return Math.max(...words.map((word) => distance(entry, word, lenient))) * order.length + order.indexOf(entry.kind);
  };

  const matching = (words, query, lenient) =>
    entries
      .map((entry) => [rank(entry, words, query, lenient), entry])
      .filter(([found]) => found < Infinity)
      .sort(([a], [b]) => a - b)
      .map(([, entry]) => entry);

  const shown = (entry) => {
    const item = document.createElement("li");
    const link = made("a", entry.label, { href: `#${entry.id}` });
    link.append(" ", made("span", entry.kind, { class: "count" }));
    item.append(link);
    return item;
  };

  const search = () => {
    const query = box.value.trim().toLowerCase();
    const words = parted(query);
    const exact = words.length === 0 ? [] : matching(words, query, false);
    const found = exact.length > 0 || words.length === 0 ? exact : matching(words, query, true);
    results.replaceChildren(...found.slice(0, limit).map(shown));
    results.hidden = words.length === 0;
    menu.hidden = words.length > 0;
    const near = found.length > 0 && exact.length === 0 ? ", spelt nearly so" : "";
    const more = found.length > limit ? `, the first ${limit} shown` : "";
    count.textContent = words.length === 0 ? "" : `${found.length} found${near}${more}`;
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

  const isTyped = (target) => target.matches("input, textarea, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const inside = event.target === box || results.contains(event.target);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "/" && plain && !isTyped(event.target)) box.focus();
    else if (event.key === "Escape" && inside) clear(), box.focus();
    else if (event.key === "ArrowDown" && inside) move(1);
    else if (event.key === "ArrowUp" && inside) move(-1);
    else if (event.key === "Enter" && event.target === box && results.firstChild) results.querySelector("a").click();
    else return;
    event.preventDefault();
  });

  // --- the current place ---------------------------------------------------------------------------------------------

  const links = new Map(Array.from(nav.querySelectorAll("a"), (link) => [link.getAttribute("href").slice(1), link]));
  const places = Array.from(document.querySelectorAll("main [id]")).filter(
    (place) => links.has(place.id) && place.matches("article, section"),
  );
  let current = null;

  const mark = () => {
    const edge = Math.min(innerHeight / 3, 200) + (wide.matches ? 0 : document.querySelector("header").offsetHeight);
    let [low, high] = [0, places.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (places[middle].getBoundingClientRect().top <= edge) low = middle;
      else high = middle - 1;
    }
    const link = places.length > 0 ? links.get(places[low].id) : null;
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "location");
    if (!wide.matches) return;
    const part = link.closest("nav details");
    if (part && !part.open) part.open = true;
    const header = document.querySelector("header");
    const { top, bottom } = link.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight - 20) header.scrollTop += top - innerHeight / 2;
  };

  let waits = false;
  addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      mark();
    });
  }, { passive: true });

  // --- copied, opened, downloaded ------------------------------------------------------------------------------------

  const copy = async (button, text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = made("textarea", text);
      button.after(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  };

  for (const code of document.querySelectorAll(".sample pre, .example pre")) {
    const button = made("button", "Copy", { type: "button", class: "copy", "aria-label": `Copy ${code.getAttribute("aria-label")}` });
    button.addEventListener("click", () => copy(button, code.textContent));
    const frame = made("div", "", { class: "code" });
    code.before(frame);
    frame.append(code, button);
  }

  // The properties of a schema that a type leads to, in place: a copy, so that each place is there once.
  const rowsOf = (id) => {
    const target = document.getElementById(id);
    const article = target && target.closest("article");
    const rows = article && article.querySelector('.rows > li[data-kind="property"]');
    return rows ? rows.parentElement : null;
  };

  const opener = (link) => {
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    if (!id.startsWith("schema/") || !rowsOf(id)) return;
    const button = made("button", "+", { type: "button", class: "open", "aria-expanded": "false", "aria-label": `Show ${link.textContent} here` });
    link.after(" ", button);
  };

  const open = (button) => {
    const link = button.previousElementSibling;
    const holder = button.closest(".rows > li, dd") || button.parentElement;
    const isOpen = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!isOpen));
    button.textContent = isOpen ? "+" : "−";
    if (isOpen) {
      holder.querySelector(":scope > .nested").remove();
      return;
    }
    const rows = rowsOf(decodeURIComponent(link.getAttribute("href").slice(1))).cloneNode(true);
    for (const one of rows.querySelectorAll(".nested")) one.remove();
    for (const one of rows.querySelectorAll("[aria-expanded]")) {
      one.setAttribute("aria-expanded", "false");
      one.textContent = "+";
    }
    for (const one of [rows, ...rows.querySelectorAll("[id]")]) one.removeAttribute("id");
    const nested = made("div", "", { class: "nested", role: "group", "aria-label": link.textContent });
    nested.append(rows);
    if (holder.matches("dd")) button.closest("p").after(nested);
    else holder.append(nested);
  };

  for (const link of document.querySelectorAll("main .rows .type > a, main .answers .type > a")) opener(link);
  document.querySelector("main").addEventListener("click", (event) => {
    const button = event.target.closest("button.open");
    if (button) open(button);
  });

  const downloads = document.getElementById("downloads");
  const save = made("button", "Download this description (openapi.json)", { type: "button" });
  save.addEventListener("click", () => {
    const text = JSON.stringify(JSON.parse(document.getElementById("description").textContent), null, 2);
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = made("a", "", { href: address, download: "openapi.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  });
  downloads.append(save);
  downloads.hidden = false;

  // --- the contents ----------------------------------------------------------------------------------------------------

  const fit = () => {
    menu.open = wide.matches;
    mark();
  };

  // What a link leads to may lie in a part that is closed.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let one = target && target.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  };

  box.addEventListener("input", search);
  results.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) clear();
  });
  menu.addEventListener("click", (event) => {
    if (event.target.closest("a")) fit();
  });
  wide.addEventListener("change", fit);
  addEventListener("hashchange", reveal);
  fit();
  reveal();
  search();
})();
