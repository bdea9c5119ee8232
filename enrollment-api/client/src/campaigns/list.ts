import type { Schemas } from "../enrollment-client.js";
import { paced, reasonOf, Watching, type Context } from "./context.js";
import { button, chip, el, note, options } from "./dom.js";
import { bar, isLater } from "./stages.js";

const FIRST = 6;
const STEP = 20;
const MAX = 100;
const PACE = 10_000;

type Bulk = Schemas["BulkSummary"];

/** The bulk requests of an organization, the newest first, and how far each has come. */
export class CampaignList {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #choose: (id: string) => void;
  readonly #changed: () => void;
  readonly #watching = new Watching();
  readonly #count = el("small", { id: "bulk-count", role: "status" });
  readonly #search;
  readonly #state;
  readonly #rows = el("ol", { id: "bulks", className: "bulks" });
  readonly #none;
  readonly #more;
  #limit = FIRST;
  #selected: string | null = null;
  #shown = "";

  /**
   * @param choose takes the bulk request that somebody wants to see; `invite`, that somebody wants to invite
   * @param changed is told when there is news about the one that is selected
   */
  constructor(context: Context, choose: (id: string) => void, invite: () => void, changed: () => void) {
    const { text } = context.texts;
    this.#context = context;
    this.#choose = choose;
    this.#changed = changed;
    this.#rows.setAttribute("aria-label", text("list.label"));
    this.#none = note("", { id: "no-bulks", role: "status", hidden: true });
    this.#more = button(text("list.more"), () => this.#showMore(), { id: "more", hidden: true });
    this.#search = el("input", { type: "search", "aria-label": text("list.search"), placeholder: text("list.search"),
      autocomplete: "off", maxLength: 128, oninput: () => this.look() });
    this.#state = el("select", { "aria-label": text("list.state"), onchange: () => this.look() },
      ...options([["", text("list.all")], ["live", text("list.live")], ["ended", text("list.ended")]]));
    this.element = el("section", { className: "list", "aria-labelledby": "list-title" },
      el("header", {},
        el("h2", { id: "list-title" }, text("list.title"), " ", this.#count),
        button(text("invite"), invite, { id: "new", className: "primary" })),
      el("div", { className: "narrow" }, this.#search, this.#state),
      this.#rows, this.#none, this.#more);
  }

  select(id: string | null) {
    this.#selected = id;
    this.#rows.querySelectorAll("button").forEach((row) => mark(row, row.id === `bulk-${id}`));
  }

  look() {
    const { client } = this.#context;
    const [search, state] = [this.#search.value.trim(), this.#state.value as "live" | "ended" | ""];
    const query = { limit: this.#limit, ...(search === "" ? {} : { search }), ...(state === "" ? {} : { state }) };
    this.#watching.start(
      (signal) => client.watch("/bulk", { query, signal, interval: () => paced(this.#context, PACE) }),
      (list) => this.#show(list),
      (failure) => this.#say(reasonOf(failure, this.#context.texts)));
  }

  stop() {
    this.#watching.stop();
  }

  #showMore() {
    this.#limit = Math.min(this.#limit + STEP, MAX);
    this.look();
  }

  #show({ items, totalDocs }: Schemas["BulkList"]) {
    const { text, number } = this.#context.texts;
    this.#count.textContent = totalDocs > items.length
      ? text("list.some", number(items.length), number(totalDocs)) : number(totalDocs);
    this.#more.hidden = items.length >= Math.min(totalDocs, MAX);
    const focused = (this.element.getRootNode() as ShadowRoot).activeElement?.id;
    this.#rows.replaceChildren(...items.map((bulk) => this.#row(bulk)));
    if (focused?.startsWith("bulk-")) {
      [...this.#rows.querySelectorAll("button")].find(({ id }) => id === focused)?.focus();
    }
    this.#say(items.length > 0 ? "" : text(this.#search.value === "" && this.#state.value === "" ? "list.none" : "list.no-match"));
    const selected = JSON.stringify(items.find(({ id }) => id === this.#selected) ?? null);
    if (selected !== this.#shown) {
      this.#shown = selected;
      this.#changed();
    }
  }

  #say(words: string) {
    this.#none.textContent = words;
    this.#none.hidden = words === "";
  }

  #row(bulk: Bulk) {
    const { texts } = this.#context;
    const row = button("", () => this.#choose(bulk.id), { id: `bulk-${bulk.id}` });
    mark(row, bulk.id === this.#selected);
    row.append(
      el("span", { className: "line" },
        el("strong", { className: "grow" }, bulk.displayName || texts.text("unnamed")),
        bulk.paused && chip(texts.text("chip.paused"), "warn"),
        bulk.overdue ? chip(texts.text("chip.overdue"), "bad") : isLater(bulk) && chip(texts.text("chip.scheduled"), "warn"),
        bulk.tokens.pending > 0 ? chip(texts.text("chip.live"), "calm") : chip(texts.text("chip.ended"))),
      el("span", { className: "muted" },
        `${texts.moment(bulk.createdAt)} · ${texts.text("list.invited", texts.number(bulk.success), texts.number(bulk.total))}`),
      bar(bulk, texts));
    return el("li", {}, row);
  }
}

function mark(row: HTMLElement, selected: boolean) {
  if (selected) {
    row.setAttribute("aria-current", "true");
  } else {
    row.removeAttribute("aria-current");
  }
}
