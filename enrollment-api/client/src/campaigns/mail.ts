import { el } from "./dom.js";

/**
 * HTML of a mail in a sandbox where no script runs.
 *
 * A frame without an address has the policy of its page, and a strict one (CSP) ignores styles in HTML. So they are set by
 * the scripts' interface to styles, which no policy forbids.
 */
export function framed(html: string, title: string) {
  const frame = el("iframe", { title });
  frame.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  frame.onload = () => fill(frame, html);
  return frame;
}

/** Styles of HTML under other names, so that the parser does not judge them; tags end at the first `>`, as the mails write them. */
const withoutStyles = (html: string) => html.replace(/<[^>]*>/g, (tag) =>
  tag.replace(/^(<\/?)style\b/i, "$1template").replace(/\sstyle=/gi, " data-style="));

function fill(frame: HTMLIFrameElement, html: string) {
  const parsed = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  const page = frame.contentDocument!;
  if (page.body.hasChildNodes()) {
    return; // loaded again
  }
  page.documentElement.lang = parsed.documentElement.lang;
  const Sheet = (frame.contentWindow as Window & typeof globalThis).CSSStyleSheet;
  page.adoptedStyleSheets = [...parsed.querySelectorAll("template")].map((template) => {
    const sheet = new Sheet();
    sheet.replaceSync(template.content.textContent ?? "");
    return sheet;
  });
  page.head.append(...parsed.querySelectorAll("meta[name]"));
  page.body.replaceWith(page.adoptNode(parsed.body));
  for (const element of page.querySelectorAll<HTMLElement>("[data-style]")) {
    element.style.cssText = element.dataset["style"]!;
  }
  for (const anchor of page.querySelectorAll("a")) {
    anchor.target = "_blank";
    anchor.rel = "noopener";
  }
}
