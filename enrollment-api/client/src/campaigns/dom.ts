// Elements made of text only: whatever comes from elsewhere is never read as HTML.

type Child = Node | string | null | false | undefined;
type Properties = Record<string, unknown>;

export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name, properties: Properties = {}, ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) {
      Object.assign(element, { [key]: value });
    } else {
      element.setAttribute(key, String(value));
    }
  }
  element.append(...children.filter((child): child is Node | string => typeof child === "string" || child instanceof Node));
  return element;
}

export const button = (label: string, onclick: () => unknown, properties: Properties = {}) =>
  el("button", { type: "button", onclick, ...properties }, label);

export const link = (label: string, href: string) => el("a", { href, target: "_blank", rel: "noopener" }, label);

export const options = (choices: Iterable<readonly [string, string]>) =>
  [...choices].map(([value, label]) => el("option", { value }, label));

export type Tone = "plain" | "good" | "calm" | "warn" | "bad";

/** A word in a color of its own, which says nothing that the word does not. */
export const chip = (word: string, tone: Tone = "plain") => el("span", { className: `chip ${tone}` }, word);

export const figures = (...all: (readonly [string, string])[]) => el("div", { className: "figures", role: "list" },
  ...all.map(([number, words]) => el("span", { role: "listitem" }, el("strong", {}, number), ` ${words}`)));

export const note = (text: string, properties: Properties = {}) => el("p", { className: "note", ...properties }, text);

let groups = 0;

/** Views of one thing by label; each is made when it is first looked at. */
export function tabbed(label: string, views: (readonly [string, () => Node])[]) {
  const id = `tabs-${++groups}`;
  const panel = el("div", { role: "tabpanel", id, tabIndex: 0 });
  const heads = views.map(([name], index) =>
    button(name, () => show(index), { role: "tab", "aria-controls": id }));
  function show(chosen: number) {
    heads.forEach((head, index) => {
      head.setAttribute("aria-selected", String(index === chosen));
      head.tabIndex = index === chosen ? 0 : -1;
    });
    panel.setAttribute("aria-label", views[chosen]![0]);
    panel.replaceChildren(views[chosen]![1]());
  }
  function walk(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      const at = heads.findIndex((head) => head.tabIndex === 0);
      const next = heads[(at + step + heads.length) % heads.length]!;
      next.focus();
      next.click();
    }
  }
  show(0);
  return el("div", {}, el("div", { role: "tablist", "aria-label": label, className: "tabs", onkeydown: walk }, ...heads), panel);
}
