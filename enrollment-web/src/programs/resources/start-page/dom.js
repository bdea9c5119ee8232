// Elements made of text only: whatever comes from elsewhere is never read as HTML.

export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element && key !== "list") {
      element[key] = value;
    } else {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export const find = (id) => document.getElementById(id);

/** A word in a color of its own, which says nothing that the word does not. */
export const chip = (word, tone = "plain") => el("span", {className: `chip ${tone}`}, word);

const TONES = {created: "good", pending: "calm", sent: "good", DONE: "good", PENDING: "calm", queued: "calm", deferred: "warn",
  invalid: "bad", failed: "bad", quota: "warn", duplicate: "warn", EXPIRED: "warn", DELETED: "warn"};

export const state = (word) => chip(word, TONES[word] ?? "plain");

export const button = (label, action, kind = "quiet") =>
  el("button", {type: "button", className: kind, onclick: action}, label);

export const link = (label, href) => el("a", {href, target: "_blank", rel: "noopener"}, label);

export function copyButton(text, label = "Copy") {
  const copy = button(label, async () => {
    await navigator.clipboard.writeText(text());
    copy.textContent = "Copied";
    setTimeout(() => (copy.textContent = label), 1500);
  }, "small");
  return copy;
}

/** Buttons of which one is pressed; `options` are their labels by value. */
export function toggles(label, options, chosen, choose) {
  const buttons = Object.entries(options).map(([value, text]) => {
    const toggle = button(text, () => {
      buttons.forEach((each) => each.setAttribute("aria-pressed", each === toggle));
      choose(value);
    }, "small");
    toggle.setAttribute("aria-pressed", value === chosen);
    return toggle;
  });
  return el("span", {role: "group", "aria-label": label, className: "toggles"}, ...buttons);
}

let tabs = 0;

/** Views of one thing, by label; each is made when it is first looked at. */
export function tabbed(label, views) {
  const group = `tabs-${++tabs}`;
  const panel = el("div", {role: "tabpanel", id: group, tabIndex: 0});
  const heads = Object.entries(views).map(([name, view], index) => el("button", {
    type: "button", role: "tab", "aria-controls": group, onclick: () => show(index, view)}, name));
  function show(chosen, view) {
    heads.forEach((head, index) => {
      head.setAttribute("aria-selected", index === chosen);
      head.tabIndex = index === chosen ? 0 : -1;
    });
    panel.setAttribute("aria-label", heads[chosen].textContent);
    panel.replaceChildren(view());
  }
  function walk(event) {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) {
      const next = heads[(heads.indexOf(document.activeElement) + step + heads.length) % heads.length];
      next.focus();
      next.click();
    }
  }
  const bar = el("div", {role: "tablist", "aria-label": label, className: "tabs", onkeydown: walk}, ...heads);
  show(0, Object.values(views)[0]);
  return el("div", {className: "tabbed"}, bar, panel);
}
