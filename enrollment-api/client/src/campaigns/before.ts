import type { Answer, Schemas } from "../enrollment-client.js";
import { reasonOf, type Context } from "./context.js";
import { button, chip, el, figures, note, tabbed } from "./dom.js";
import { framed } from "./mail.js";
import { outcomeChip } from "./report.js";
import type { Key } from "./texts.js";

const SHOWN = 25;

type Checked = Schemas["CheckedRecipient"];

/** Replaces the address at an index with the one suggested for it. */
export type Accept = (index: number, suggestion: string) => void;

/** Preparation of a bulk request: the list is checked, the mail looked at, and sent to oneself. */
export class Before {
  readonly element = el("div", { id: "before", "aria-live": "polite" });
  readonly #context: Context;
  readonly #refused: (failure: unknown) => void;

  /** @param refused shows what is wrong with which field */
  constructor(context: Context, refused: (failure: unknown) => void) {
    this.#context = context;
    this.#refused = refused;
  }

  clear() {
    this.element.replaceChildren();
  }

  check(call: Promise<Answer<Schemas["BulkCheckAnswer"]["data"]>>, accept: Accept | null) {
    const { text, number } = this.#context.texts;
    return this.#show(call, ({ total, success, fail, items }) => [
      el("h3", {}, text("check.title")),
      figures([number(total), text("check.total")], [number(success), text("check.success")], [number(fail), text("check.fail")]),
      this.#rows(items, accept)]);
  }

  preview(call: Promise<Answer<Schemas["PreviewAnswer"]["data"]>>) {
    const { text } = this.#context.texts;
    return this.#show(call, ({ subject, from, replyTo, text: plain, html }) => [
      el("article", { "aria-label": text("preview.label") },
        el("h3", {}, subject),
        note(text("preview.from", from) + (replyTo === null ? "" : ` · ${text("preview.reply-to", replyTo)}`)),
        tabbed(text("preview.label"), [
          ["HTML", () => framed(html, text("preview.label"))],
          [text("preview.text"), () => el("pre", { tabIndex: 0 }, plain)]]))]);
  }

  mailMe(call: Promise<Answer<Schemas["TestMailAnswer"]["data"]>>) {
    const { text } = this.#context.texts;
    return this.#show(call, ({ state, lastReply }) => [el("p", { className: "line" },
      state === "sent" ? chip(text("mail.sent"), "good") : chip(text("mail.failed"), "bad"),
      state === "sent" ? text("test.sent") : lastReply === null ? text("mail.no-reply") : text("mail.replied", lastReply))]);
  }

  async #show<Value>(call: Promise<Answer<Value>>, view: (data: Value) => Node[]) {
    this.element.replaceChildren(note("…"));
    try {
      this.element.replaceChildren(...view((await call).data));
    } catch (failure) {
      this.element.replaceChildren(note(reasonOf(failure, this.#context.texts), { className: "note warn" }));
      this.#refused(failure);
    }
    this.element.scrollIntoView({ block: "nearest" });
  }

  #rows(items: Checked[], accept: Accept | null) {
    const { text, number } = this.#context.texts;
    const bad = items.filter(({ outcome }) => outcome !== "created");
    const all = [text("check.all", number(items.length)), () => this.#pages(items, accept)] as const;
    return tabbed(text("check.title"), bad.length === 0 ? [all]
      : [[text("check.bad", number(bad.length)), () => this.#pages(bad, accept)], all]);
  }

  /** So many rows at a time that a list of thousands is as quick as a short one. */
  #pages(items: Checked[], accept: Accept | null) {
    const { text, number } = this.#context.texts;
    const list = el("div", { className: "rows", role: "list" });
    const more = button("", () => add());
    let shown = 0;
    const add = () => {
      list.append(...items.slice(shown, shown + SHOWN).map((item) => this.#row(item, accept)));
      shown = Math.min(shown + SHOWN, items.length);
      more.hidden = shown === items.length;
      more.textContent = text("check.more", number(items.length - shown));
    };
    add();
    return el("div", {}, list, more);
  }

  #row({ index, email, outcome, reason, suggestion }: Checked, accept: Accept | null) {
    const { text } = this.#context.texts;
    return el("div", { role: "listitem" },
      el("span", { className: "number" }, String(index + 1)),
      el("span", { className: "grow" }, email === "" ? text("check.empty") : email),
      outcomeChip(outcome, this.#context),
      reason !== null && el("span", { className: "muted" }, text(`reason.${reason}` as Key)),
      suggestion !== null && (accept === null ? chip(suggestion)
        : button(text("check.use", suggestion), () => accept(index, suggestion))));
  }
}
