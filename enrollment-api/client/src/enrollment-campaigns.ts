import { EnrollmentClient } from "./enrollment-client.js";
import { Intentions, type Context } from "./campaigns/context.js";
import { el } from "./campaigns/dom.js";
import { InvitationForm, type Invited } from "./campaigns/invite.js";
import { CampaignList } from "./campaigns/list.js";
import { CampaignReport } from "./campaigns/report.js";
import { STYLE } from "./campaigns/style.js";
import { textsOf } from "./campaigns/texts.js";

/** A policy or a segment to choose. */
export type Choice<Id> = { id: Id; name: string };

/** Texts for fields of the form, each as one would type it. */
export type InvitationDraft = { addresses?: string; displayName?: string; emailText?: string; tags?: string };

/** One request to the API and its answer; the bearer token is left out. */
export type Exchange = {
  request: { method: string; url: string; headers: Record<string, string>; body: string | FormData | null };
  /** `status` is 0 and `text` the reason if there was no answer. */
  answer: { status: number; headers: [string, string][]; text: string; millis: number };
};

/**
 * `<enrollment-campaigns>`: the bulk requests of an organization, the report of one, and the form for another one.
 *
 * Attributes: `organization`, the address of the organization; `lang`, one of the eight languages of the API, by default that of
 * the page; `interval`, the milliseconds between two requests in place of those that the API advises.
 *
 * Events bubble, and cross the borders of other components: `enrollment-selected` (`{id}`, null for the form),
 * `enrollment-invited` (`{id, total, success, fail}`), `enrollment-exchange` (an `Exchange`).
 */
export class EnrollmentCampaigns extends HTMLElement {
  static readonly observedAttributes = ["organization", "lang", "interval"];
  static #sheet: CSSStyleSheet | undefined;

  readonly #root = this.attachShadow({ mode: "open" });
  readonly #place = el("div", { className: "campaigns" });
  readonly #onVisible = () => document.hidden || this.refresh();
  #token: (() => string | Promise<string>) | null = null;
  #policies: readonly Choice<string>[] = [];
  #segments: readonly Choice<number>[] = [];
  #selected: string | null = null;
  #parts: { context: Context; list: CampaignList; form: InvitationForm; report: CampaignReport | null } | null = null;
  #due = false;

  constructor() {
    super();
    if (EnrollmentCampaigns.#sheet === undefined) {
      EnrollmentCampaigns.#sheet = new CSSStyleSheet();
      EnrollmentCampaigns.#sheet.replaceSync(STYLE);
    }
    this.#root.adoptedStyleSheets = [EnrollmentCampaigns.#sheet];
    this.#root.append(this.#place);
  }

  /** Tells the bearer token of the caller, before every request. Without it nothing is asked for. */
  get token() {
    return this.#token;
  }

  set token(token: (() => string | Promise<string>) | null) {
    this.#token = token;
    this.#restart();
  }

  /** Policies to choose from; without any, there is no such field. */
  get policies() {
    return this.#policies;
  }

  set policies(policies: readonly Choice<string>[]) {
    this.#policies = policies;
    this.#restart();
  }

  /** Segments to choose from; without any, there is no such field. */
  get segments() {
    return this.#segments;
  }

  set segments(segments: readonly Choice<number>[]) {
    this.#segments = segments;
    this.#restart();
  }

  /** Id of the bulk request whose report is shown; null while the form is. */
  get selected() {
    return this.#selected;
  }

  set selected(id: string | null) {
    if (id !== this.#selected) {
      this.#selected = id;
      this.#showSelected();
    }
  }

  /** Shows the form, and puts these texts into its fields; the others stay. */
  fill(draft: InvitationDraft) {
    this.selected = null;
    this.#start();
    this.#parts?.form.fill(draft);
  }

  /** Asks for what is new, for a page that knows that something is. */
  refresh() {
    this.#parts?.list.look();
    this.#parts?.report?.look();
  }

  connectedCallback() {
    for (const name of ["token", "policies", "segments", "selected"] as const) {
      if (Object.hasOwn(this, name)) { // set before this file was loaded
        const { [name]: value } = this;
        Reflect.deleteProperty(this, name);
        Object.assign(this, { [name]: value });
      }
    }
    document.addEventListener("visibilitychange", this.#onVisible);
    this.#restart();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.#onVisible);
    this.#stop();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null) {
    if (before !== now) {
      if (name === "organization" && before !== null) {
        this.#selected = null;
      }
      this.#restart();
    }
  }

  /** Once for all that is set together. */
  #restart() {
    this.#due = true;
    queueMicrotask(() => this.#start());
  }

  #start() {
    if (!this.#due) {
      return;
    }
    this.#due = false;
    this.#stop();
    const [organization, token] = [this.getAttribute("organization"), this.#token];
    if (!this.isConnected || organization === null || token === null) {
      return;
    }
    const texts = textsOf(this.lang || this.closest<HTMLElement>("[lang]")?.lang || document.documentElement.lang);
    const interval = this.getAttribute("interval");
    const context: Context = {
      client: new EnrollmentClient({ organization, token, fetch: (url, init) => this.#exchange(String(url), init ?? {}) }),
      texts, policies: this.#policies, segments: this.#segments, interval: interval === null ? null : Number(interval),
      intentions: new Intentions(),
    };
    this.#place.lang = texts.language;
    this.#parts = {
      context,
      list: new CampaignList(context, (id) => this.#choose(id), () => this.#choose(null), () => this.#parts?.report?.look()),
      form: new InvitationForm(context, (invited) => this.#invited(invited)),
      report: null,
    };
    this.#parts.list.look();
    this.#showSelected();
  }

  #stop() {
    this.#parts?.list.stop();
    this.#parts?.report?.stop();
    this.#parts = null;
    this.#place.replaceChildren();
  }

  #showSelected() {
    if (this.#parts === null) {
      return;
    }
    const { context, list, form } = this.#parts;
    this.#parts.report?.stop();
    this.#parts.report = this.#selected === null ? null : new CampaignReport(context, this.#selected, () => list.look());
    this.#parts.report?.look();
    list.select(this.#selected);
    this.#place.replaceChildren(list.element, (this.#parts.report ?? form).element);
  }

  #choose(id: string | null) {
    this.selected = id;
    const shown = this.#parts?.report ?? this.#parts?.form;
    shown?.element.scrollIntoView({ block: "nearest" });
    shown?.focus();
    this.#tell("enrollment-selected", { id });
  }

  #invited(invited: Invited) {
    if (invited.id !== null) {
      this.#choose(invited.id);
    }
    this.#parts?.list.look();
    this.#tell("enrollment-invited", invited);
  }

  async #exchange(url: string, init: RequestInit): Promise<Response> {
    const start = performance.now();
    const { Authorization: _, ...headers } = init.headers as Record<string, string>;
    const request = { method: init.method ?? "GET", url, headers, body: init.body as string | FormData | null };
    const tell = (answer: Omit<Exchange["answer"], "millis">) => this.#tell("enrollment-exchange",
      { request, answer: { ...answer, millis: Math.round(performance.now() - start) } } satisfies Exchange);
    try {
      const response = await fetch(url, init);
      const text = await response.clone().text();
      tell({ status: response.status, headers: [...response.headers], text });
      return response;
    } catch (failure) {
      if (!init.signal?.aborted) {
        tell({ status: 0, headers: [], text: String(failure) });
      }
      throw failure;
    }
  }

  #tell(name: string, detail: object) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "enrollment-campaigns": EnrollmentCampaigns;
  }
}

customElements.define("enrollment-campaigns", EnrollmentCampaigns);
