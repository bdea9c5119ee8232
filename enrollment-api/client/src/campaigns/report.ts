import { EnrollmentError, type Answer, type Schemas } from "../enrollment-client.js";
import { paced, reasonOf, Watching, type Context } from "./context.js";
import { button, chip, el, figures, link, note, options, type Tone } from "./dom.js";
import { bar, isLater } from "./stages.js";
import type { Key } from "./texts.js";

const LIMIT = 25;
const SOON = 2_000;
const SELDOM = 60_000;
const DAY = 86_400;

type Report = Schemas["BulkReport"];
type Item = Schemas["BulkReportItem"];

/** The report of one bulk request, and what can be done for those who have been invited. */
export class CampaignReport {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #id: string;
  readonly #changed: () => void;
  readonly #watching = new Watching();
  readonly #title = el("h2", { id: "detail-title", tabIndex: -1 }, "…");
  readonly #head = el("div", { id: "report-head" });
  readonly #rows = el("div", { className: "rows", role: "list" });
  readonly #pages = el("p", { className: "line" });
  readonly #said = el("p", { id: "bulk-answer", className: "note", role: "status" });
  readonly #trouble = el("p", { id: "trouble", className: "note warn", role: "status" });
  readonly #body = el("div", { id: "report", hidden: true });
  readonly #remind;
  readonly #moreTime;
  readonly #pause;
  readonly #now;
  readonly #takeBack: HTMLButtonElement;
  readonly #really: HTMLButtonElement;
  readonly #confirmation;
  readonly #only;
  readonly #search;
  #page = 1;
  #paused = false;
  #items = "";

  /** @param changed is told after each action */
  constructor(context: Context, id: string, changed: () => void) {
    const { text, number, duration } = context.texts;
    this.#context = context;
    this.#id = id;
    this.#changed = changed;
    const moreTime = el("select", { id: "more-time-by", "aria-label": text("action.how-much") },
      ...options([DAY, 3 * DAY, 7 * DAY, 30 * DAY].map((seconds) => [String(seconds), duration(seconds)])));
    moreTime.value = String(3 * DAY);
    const { client } = context;
    const path = { bulkId: id };
    const change = (name: string, body: Schemas["BulkChanges"]) => this.#act(`${name} ${JSON.stringify(body)}`,
      (key) => client.call("PUT", "/bulk/{bulkId}", { path, body, key }),
      (data) => name === "more-time" ? text("done.more-time", number(data.extended + data.revived), number(data.unchanged)) : text("done"));
    this.#remind = button(text("action.remind"), () => this.#act("remind",
      (key) => client.call("POST", "/bulk/{bulkId}/resend", { path, body: { to: "notEnrolled" }, key }),
      (data) => text("done.remind", number(data.queued), number(data.skipped))), { id: "remind", className: "primary" });
    this.#moreTime = button(text("action.more-time"), () => change("more-time", { duration: Number(moreTime.value) }), { id: "more-time" });
    this.#pause = button("", () => change("pause", { paused: !this.#paused }), { id: "pause" });
    this.#now = button(text("action.now"), () => change("now", { sendAt: new Date().toISOString() }), { id: "now", hidden: true });
    this.#takeBack = button(text("action.take-back"), () => {
      this.#confirm(true);
      this.#really.focus();
    }, { id: "take-back" });
    this.#really = button(text("action.really"), () => this.#act("take-back",
      (key) => client.call("DELETE", "/bulk/{bulkId}", { path, key }),
      (data) => text("done.take-back", number(data.revoked), number(data.unchanged))), { id: "really", className: "danger" });
    this.#confirmation = el("span", { id: "confirmation", className: "joined", hidden: true }, el("span", {}, text("action.sure")),
      this.#really, button(text("action.keep"), () => {
        this.#confirm(false);
        this.#takeBack.focus();
      }, { id: "keep" }));
    this.#only = el("select", { id: "show-state", "aria-label": text("report.shown"), onchange: () => this.#turn(1) },
      ...options([["", text("report.everybody")], ["state=PENDING", text("state.PENDING")], ["state=DONE", text("state.DONE")],
        ["state=EXPIRED", text("state.EXPIRED")], ["state=DELETED", text("state.DELETED")],
        ["mail=queued", text("mail.queued")], ["mail=deferred", text("mail.deferred")], ["mail=failed", text("mail.failed")],
        ["outcome=rejected", text("report.rejected")]]));
    this.#search = el("input", { type: "search", "aria-label": text("report.search"), placeholder: text("report.search"),
      autocomplete: "off", maxLength: 128, oninput: () => this.#turn(1) });
    this.#body.append(this.#head,
      el("div", { className: "line actions" }, this.#remind,
        el("span", { className: "joined" }, moreTime, this.#moreTime),
        this.#pause, this.#now, this.#takeBack, this.#confirmation),
      this.#said,
      el("div", { className: "narrow" }, this.#search, this.#only), this.#rows, this.#pages);
    this.element = el("section", { className: "detail", "aria-labelledby": "detail-title" }, this.#title, this.#trouble, this.#body);
  }

  look() {
    const { client } = this.#context;
    const query = { page: this.#page, limit: LIMIT, ...this.#filter() };
    this.#watching.start(
      (signal) => client.watch("/bulk/{bulkId}",
        { path: { bulkId: this.#id }, query, signal, interval: (report) => this.#interval(report) }),
      (report) => this.#show(report),
      (failure) => this.#fail(failure));
  }

  stop() {
    this.#watching.stop();
  }

  focus() {
    this.#title.focus();
  }

  #filter() {
    const [name, value] = this.#only.value.split("=");
    const rejected = ["invalid", "duplicate", "pending", "quota"];
    const search = this.#search.value.trim();
    return { ...(name ? { [name]: value === "rejected" ? rejected : [value] } : {}), ...(search === "" ? {} : { search }) };
  }

  /** As the API advises; nobody who sees it waits for the end of what may change for days. */
  #interval({ mails, tokens, paused }: Report): number | null {
    const leaving = mails.queued > 0 && !paused;
    return leaving || mails.deferred + mails.queued + tokens.pending > 0 || this.#context.interval !== null
      ? paced(this.#context, leaving ? SOON : SELDOM) : null;
  }

  #turn(page: number) {
    this.#page = page;
    this.look();
  }

  #show(report: Report) {
    const { texts } = this.#context;
    const { text, number, moment } = texts;
    const { settings, tokens, mails } = report;
    this.#body.hidden = false;
    this.#trouble.textContent = "";
    this.#title.textContent = settings.displayName || text("unnamed");
    this.#remind.disabled = tokens.pending === 0 || isLater(report);
    this.#now.hidden = !isLater(report) && !report.overdue;
    this.#takeBack.disabled = tokens.pending + tokens.expired === 0;
    this.#paused = report.paused;
    this.#pause.textContent = text(report.paused ? "action.go-on" : "action.hold");
    this.#head.replaceChildren(
      note(`${text("report.created", moment(report.createdAt), report.createdBy)} · ${text("report.until", moment(report.expireAt))}`),
      figures([number(report.total), text("figure.total")], [number(report.success), text("figure.success")],
        [number(tokens.done), text("figure.done")], [number(mails.sent), text("figure.sent")]),
      bar(report, texts),
      ...(report.sendAt === null ? [] : [note(
        text(report.overdue ? "report.overdue" : isLater(report) ? "report.leave" : "report.left", moment(report.sendAt)),
        { className: report.overdue ? "note warn" : "note" })]),
      ...(report.mailings.length < 2 ? [] : [note(report.mailings.map(({ kind, total, createdAt }) =>
        `${text(`mailing.${kind}`)}: ${number(total)}, ${moment(createdAt)}`).join(" · "))]));
    const items = JSON.stringify(report.items);
    if (items !== this.#items) { // else the focus stays in the row
      this.#items = items;
      this.#rows.replaceChildren(...report.items.map((item) => this.#row(item)));
      if (report.items.length === 0) {
        this.#rows.replaceChildren(el("div", { role: "listitem", className: "muted" }, text("report.nobody")));
      }
    }
    this.#showPages(report);
  }

  #showPages({ page, totalPages, prevPage, nextPage }: Report) {
    const { text, number } = this.#context.texts;
    const turn = (label: string, to: number | null) =>
      button(label, () => this.#turn(to ?? 1), { disabled: to === null });
    this.#pages.replaceChildren(...(totalPages < 2 ? [] : [turn(text("page.previous"), prevPage),
      text("page.of", number(page), number(totalPages)), turn(text("page.next"), nextPage)]));
  }

  #row(item: Item) {
    const { text, moment } = this.#context.texts;
    const { index, name, email, outcome, state, mail, enrollmentLink, suggestion, enrolledAt, winDeviceId } = item;
    const trouble = mail !== null && this.#troubleOf(mail);
    return el("div", { role: "listitem" },
      el("span", { className: "number" }, String(index + 1)),
      el("span", { className: "grow" }, name !== null && el("strong", {}, name, " "), email ?? text("report.erased")),
      state === null ? outcomeChip(outcome, this.#context) : chip(text(`state.${state}` as Key), STATES[state] ?? "plain"),
      mail !== null && state !== "DONE" && chip(text(`mail.${mail.state}`), MAILS[mail.state]),
      enrollmentLink !== null && link(text("report.page"), enrollmentLink),
      trouble && el("span", { className: "muted whole" }, trouble),
      suggestion !== null && el("span", { className: "muted whole" }, text("report.meant", suggestion)),
      enrolledAt !== null && el("span", { className: "muted whole" }, text("report.enrolled", moment(enrolledAt), winDeviceId ?? "")));
  }

  /** Why a mail was not sent, and what comes next. */
  #troubleOf({ state, attempts, lastReply, nextAttemptAt }: NonNullable<Item["mail"]>) {
    const { text, time } = this.#context.texts;
    if (state !== "failed" && state !== "deferred") {
      return null;
    }
    const why = attempts > 0 ? lastReply === null ? text("mail.no-reply") : text("mail.replied", lastReply)
      : lastReply === null ? text("mail.too-late") : text("mail.suppressed", lastReply);
    return nextAttemptAt === null ? why : `${why} ${text("mail.next", time(nextAttemptAt))}`;
  }

  #confirm(asked: boolean) {
    this.#confirmation.hidden = !asked;
    this.#takeBack.hidden = asked;
  }

  /** @param action all that distinguishes it from another action on this bulk request */
  async #act<Value>(action: string, call: (key: string) => Promise<Answer<Value>>, done: (data: Value) => string) {
    const { texts, intentions } = this.#context;
    const buttons = [...this.#body.querySelectorAll<HTMLButtonElement>(".actions button:enabled")];
    buttons.forEach((each) => (each.disabled = true));
    this.#say("…");
    try {
      this.#say(done((await intentions.act(`${this.#id} ${action}`, call)).data));
    } catch (failure) {
      this.#say(reasonOf(failure, texts), "warn");
    } finally {
      buttons.forEach((each) => (each.disabled = false));
      this.#confirm(false);
    }
    this.look();
    this.#changed();
  }

  #say(words: string, tone = "") {
    this.#said.textContent = words;
    this.#said.className = `note ${tone}`;
  }

  #fail(failure: unknown) {
    const { texts } = this.#context;
    const temporary = failure instanceof EnrollmentError && failure.temporary;
    this.#trouble.textContent = reasonOf(failure, texts) + (temporary && !this.#body.hidden ? ` ${texts.text("report.last")}` : "");
    if (!temporary) {
      this.#body.hidden = true;
    }
  }
}

const STATES: Record<string, Tone> = { DONE: "good", PENDING: "calm", EXPIRED: "warn", DELETED: "warn" };
const MAILS: Record<NonNullable<Item["mail"]>["state"], Tone> =
  { queued: "calm", deferred: "warn", sent: "good", failed: "bad", notRequested: "plain" };
const OUTCOMES: Record<Item["outcome"], Tone> = { created: "good", invalid: "bad", duplicate: "warn", pending: "warn", quota: "warn" };

export const outcomeChip = (outcome: Item["outcome"], { texts }: Context) => chip(texts.text(`outcome.${outcome}`), OUTCOMES[outcome]);
