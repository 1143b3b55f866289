"use strict";

// What is said in the page's language, where it is not in English; `data-some` of the count is another.
const said = (name, english) => document.body.dataset[name] ?? english;

// A text as it is compared: in whatever case, and without accents.
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");

// The index: search, filters and keys. What is chosen stands in the address, so that it can be sent on.
(() => {
  const form = document.getElementById("search");
  const list = document.getElementById("list");
  if (!form || !list) return;

  const search = document.getElementById("q");
  const told = document.getElementById("count");
  const clear = document.getElementById("reset");
  const everything = told.textContent;
  const some = told.dataset.some ?? `{shown} of ${everything}`;
  const filters = [...form.querySelectorAll("select")];
  const sections = [...list.querySelectorAll("section")].map((section) => ({
    section,
    link: document.querySelector(`.contents a[href="#${section.getAttribute("aria-labelledby")}"]`),
    rows: [...section.querySelectorAll(".codes > li")].map((row) => ({
      row,
      link: row.querySelector("a"),
      name: plain(row.querySelector(".head").textContent),
      text: plain(row.textContent),
    })),
  }));
  const rows = sections.flatMap(({ rows }) => rows);

  // Sections have names of several words; the other filters take one of the words of a row.
  const fits = (row, name, value) => {
    const own = row.dataset[name] ?? "";
    if (name === "section" || name === "catalog") return own === value;
    const words = own.split(" ");
    if (/^[1-9]xx$/.test(value)) return words.some((word) => word[0] === value[0]);
    return words.includes(value);
  };

  const apply = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const chosen = filters.filter(({ value }) => value !== "");
    let count = 0;
    for (const { section, link, rows } of sections) {
      let some = false;
      for (const { row, text } of rows) {
        const shown =
          words.every((word) => text.includes(word)) &&
          chosen.every(({ name, value }) => fits(row, name, value));
        row.hidden = !shown;
        some ||= shown;
        count += shown ? 1 : 0;
      }
      section.hidden = !some;
      if (link) link.parentElement.hidden = !some;
    }
    told.textContent = count === rows.length ? everything : some.replace("{shown}", count);
    clear.hidden = words.length === 0 && chosen.length === 0;
  };

  const remember = () => {
    const state = new URLSearchParams();
    if (search.value) state.set("q", search.value);
    for (const { name, value } of filters) if (value) state.set(name, value);
    const query = state.size ? `?${state}` : location.pathname;
    try {
      history.replaceState(null, "", query + location.hash);
    } catch {
      // A page that is opened from a folder may keep its address in some browsers.
    }
  };

  const recall = () => {
    const state = new URLSearchParams(location.search);
    search.value = state.get("q") ?? "";
    for (const filter of filters) {
      filter.value = state.get(filter.name) ?? "";
      if (filter.selectedIndex < 0) filter.value = "";
    }
    apply();
  };

  const shown = () => rows.filter(({ row }) => !row.hidden);

  const best = () => {
    const word = plain(search.value.trim());
    const all = shown();
    return all.find(({ link }) => plain(link.textContent) === word) ??
      all.find(({ name }) => name.includes(word)) ?? all[0];
  };

  const move = (by) => {
    const links = shown().map(({ link }) => link);
    const at = links.indexOf(document.activeElement);
    const next = at + by;
    // Elsewhere on the page the keys scroll.
    if (at < 0 && (by < 0 || document.activeElement !== search)) return false;
    if (next < 0) search.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
    return true;
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    best()?.link.click();
  });
  form.addEventListener("input", () => {
    apply();
    remember();
  });
  form.addEventListener("reset", () => {
    // The fields are empty after the event alone.
    setTimeout(() => {
      apply();
      remember();
      search.focus();
    });
  });
  window.addEventListener("popstate", recall);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { activeElement } = document;
    const types = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLSelectElement;
    if (event.key === "/" && !types) {
      search.focus();
      search.select();
    } else if (event.key === "Escape" && activeElement === search && search.value) {
      search.value = "";
      apply();
      remember();
    } else if (event.key === "ArrowDown" && !(activeElement instanceof HTMLSelectElement)) {
      if (!move(1)) return;
    } else if (event.key === "ArrowUp" && !(activeElement instanceof HTMLSelectElement)) {
      if (!move(-1)) return;
    } else {
      return;
    }
    event.preventDefault();
  });
  recall();
})();

// The other languages: what is searched and chosen, and the request, stay.
for (const link of document.querySelectorAll(".languages a")) {
  const address = link.href;
  link.addEventListener("click", () => { link.href = address + location.search + location.hash; });
}

// The page of a code: a button that copies a response, and the request that brought its reader there.
(() => {
  for (const sample of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) break;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = said("copy", "Copy");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(sample.querySelector("pre").textContent);
        button.textContent = said("copied", "Copied");
      } catch {
        button.textContent = said("refused", "Not allowed");
      }
      setTimeout(() => { button.textContent = said("copy", "Copy"); }, 2000);
    });
    sample.append(button);
  }

  const id = new URLSearchParams(location.search).get("request_id");
  const place = document.querySelector("article > .intro");
  // A program that serves the page has put it there.
  if (!place || document.getElementById("request") || !/^[A-Za-z0-9._-]{1,128}$/.test(id ?? "")) return;
  const notice = document.createElement("aside");
  notice.id = "request";
  notice.className = "note request";
  notice.setAttribute("aria-label", said("request", "Your request"));
  const title = document.createElement("strong");
  title.textContent = said("request", "Your request");
  const shown = document.createElement("code");
  shown.textContent = id;
  notice.append(title, " ", shown);
  const template = document.body.dataset.requestLink;
  if (template) {
    const link = document.createElement("a");
    link.href = template.replaceAll("{request_id}", id);
    link.rel = "nofollow";
    link.textContent = said("lookUp", "Look it up");
    notice.append(" ", link);
  }
  place.after(notice);
})();
