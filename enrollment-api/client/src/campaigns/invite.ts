import { bulkForm, EnrollmentError, type Schemas } from "../enrollment-client.js";
import { pick } from "./addresses.js";
import { Before } from "./before.js";
import { reasonOf, type Context } from "./context.js";
import { button, el, note, options } from "./dom.js";
import { LANGUAGES, type Key } from "./texts.js";
import type { InvitationDraft } from "../enrollment-campaigns.js";

const HOUR = 3_600;
const DURATIONS = [HOUR, 24 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR];
const VARIABLES = "{{name|…}}, {{email}}, {{organization}}, {{expires}}, {{displayName}}";
const MAX_OTHERS = 12;
const MAX_ERRORS = 5;

type Settings = Schemas["BulkFormSettings"];
type Limits = Schemas["LimitsAnswer"]["data"];

/** Result of a bulk request; `id` is null if it was about nobody, so that there is no report. */
export type Invited = Schemas["BulkEnrollmentAnswer"]["data"] & { id: string | null };

/** The form for one bulk request. */
export class InvitationForm {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #invited: (invited: Invited) => void;
  readonly #before: Before;
  readonly #form: HTMLFormElement;
  readonly #title;
  readonly #count = el("small", { id: "count" });
  readonly #others = note("", { id: "others", className: "note warn", role: "status", hidden: true });
  readonly #quota = note("", { id: "quota", hidden: true });
  readonly #refusal = note("", { id: "refusal", className: "note warn", role: "alert", hidden: true });
  readonly #errors = new Map<string, HTMLElement>();
  readonly #chosen = el("p", { id: "chosen", className: "line", hidden: true });
  /** Behind a button, because its own words are in the browser's language. */
  readonly #picker: HTMLInputElement = el("input", { type: "file", id: "file", accept: ".csv,.tsv,.txt,text/csv", hidden: true,
    onchange: () => this.#take(this.#picker.files?.[0] ?? null) });
  readonly #choose: HTMLButtonElement;
  readonly #send: HTMLButtonElement;
  #file: File | null = null;

  /** @param invited is told after success */
  constructor(context: Context, invited: (invited: Invited) => void) {
    const { text, duration } = context.texts;
    this.#context = context;
    this.#invited = invited;
    this.#before = new Before(context, (failure) => this.#showErrors(failure));
    this.#title = el("h2", { id: "detail-title", tabIndex: -1 }, text("invite"));
    this.#choose = button(text("form.file.choose"), () => this.#picker.click(), { id: "choose" });
    this.#send = el("button", { id: "send", className: "primary" }, text("form.send"));
    const choice = (key: Key, name: string, choices: (readonly [string, string])[]) =>
      this.#field(text(key), el("select", { name }, ...options(choices)));
    const { policies, segments } = context;
    this.#form = el("form", { id: "invite", noValidate: true, oninput: () => this.#showInput(), onsubmit: (event: Event) => this.#submit(event) },
      this.#field(text("form.addresses"), el("textarea", { name: "addresses", rows: 5, spellcheck: false,
        placeholder: text("form.addresses.example"), "aria-describedby": "others" }), "userEmails", this.#count),
      el("div", { id: "drop", className: "drop" },
        this.#field(text("form.file"), this.#choose, "recipients"), this.#picker,
        note(`${text("form.columns")} email, name, language, displayName, tags, winPolicyId, segmentId`), this.#chosen),
      this.#others, this.#quota,
      this.#field(text("form.displayName"), el("input", { name: "displayName", autocomplete: "off" })),
      this.#field(text("form.emailText"), el("textarea", { name: "emailText", rows: 2, "aria-describedby": "variables" })),
      note(`${text("form.variables")} ${VARIABLES}`, { id: "variables" }),
      el("div", { className: "fields" },
        choice("form.language", "language", [["", text("form.language.own")], ...Object.entries(LANGUAGES)]),
        choice("form.duration", "duration", [["", text("form.duration.default")],
          ...DURATIONS.map((seconds) => [String(seconds), duration(seconds)] as const)]),
        this.#field(text("form.sendAt"), el("input", { type: "datetime-local", name: "sendAt" })),
        choice("form.onPending", "onPending", [["", text("onPending.add")], ["skip", text("onPending.skip")],
          ["replace", text("onPending.replace")]]),
        policies.length > 0 && choice("form.policy", "winPolicyId",
          [["", text("form.none")], ...policies.map(({ id, name }) => [id, name] as const)]),
        segments.length > 0 && choice("form.segment", "segmentId",
          [["", text("form.none")], ...segments.map(({ id, name }) => [String(id), name] as const)]),
        this.#field(text("form.tags"), el("input", { name: "tags", autocomplete: "off", placeholder: text("form.tags.example") }))),
      el("label", { className: "check" }, el("input", { type: "checkbox", name: "sendEmail", defaultChecked: true }), text("form.sendEmail")),
      this.#refusal,
      el("p", { className: "line" },
        button(text("form.check"), () => this.#check(), { id: "check" }),
        button(text("form.preview"), () => this.#preview(), { id: "preview" }),
        button(text("form.mail-me"), () => this.#mailMe(), { id: "mail-me" }), this.#send));
    this.element = el("section", { className: "detail", "aria-labelledby": "detail-title" },
      this.#title, this.#form, this.#before.element);
    // everywhere on the form, so that a file that misses the field does not replace the page
    this.element.addEventListener("dragover", (event) => event.preventDefault());
    this.element.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#take(event.dataTransfer?.files[0] ?? null);
    });
    this.#showInput();
    void this.#showLimits();
  }

  focus() {
    this.#title.focus();
  }

  fill(draft: InvitationDraft) {
    this.#take(null);
    Object.entries(draft).forEach(([name, value]) => (this.#value(name).value = value));
    this.#showInput();
  }

  #value(name: string) {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }

  /** A field with a place for its errors; `path` is its name in the API. */
  #field(label: string, input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement, path = input.name, aside?: Node) {
    const errors = note("", { id: `error-${path}`, className: "note error", hidden: true });
    this.#errors.set(path, errors);
    input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${errors.id}`.trim());
    return el("div", { className: "field" }, el("label", {}, el("span", {}, label, " ", aside), input), errors);
  }

  /** What the form says for all; what it leaves empty is absent. */
  #settings(): Settings {
    const { policies, segments } = this.#context;
    const value = (name: string) => this.#value(name).value;
    const given = <Value>(name: string, text: string, read: (text: string) => Value) => text === "" ? {} : { [name]: read(text) };
    const tags = (text: string) => text.split(",").map((tag) => tag.trim()).filter((tag) => tag !== "");
    return {
      sendEmail: this.#value("sendEmail").checked,
      ...given("displayName", value("displayName"), String),
      ...given("tags", value("tags").trim(), tags),
      ...given("duration", value("duration"), Number),
      ...given("language", value("language"), String),
      ...given("emailText", value("emailText"), String),
      ...given("onPending", value("onPending"), String),
      ...(policies.length > 0 ? given("winPolicyId", value("winPolicyId"), String) : {}),
      ...(segments.length > 0 ? given("segmentId", value("segmentId"), Number) : {}),
      ...given("sendAt", value("sendAt"), (local) => new Date(local).toISOString()),
    };
  }

  #userEmails() {
    return pick(this.#value("addresses").value).addresses;
  }

  /** The people of the file or of the field. */
  #body() {
    return this.#file === null ? { ...this.#settings(), userEmails: this.#userEmails() } : bulkForm(this.#settings(), this.#file);
  }

  /** A mail is shown to the first person of the field; of a file, to somebody with a name. */
  #shown() {
    return { ...this.#settings(), ...(this.#file === null ? { userEmails: this.#userEmails().slice(0, 100) }
      : { recipients: [{ email: "recipient@example.com", name: "Robin Example" }] }) };
  }

  #check() {
    this.#clear();
    return this.#before.check(this.#context.client.call("POST", "/bulk/check", { body: this.#body() }),
      this.#file === null ? (index, suggestion) => this.#accept(index, suggestion) : null);
  }

  #preview() {
    this.#clear();
    return this.#before.preview(this.#context.client.call("POST", "/bulk/preview", { body: this.#shown() }));
  }

  #mailMe() {
    this.#clear();
    const body = this.#shown();
    return this.#before.mailMe(this.#context.intentions.act(`test ${JSON.stringify(body)}`,
      (key) => this.#context.client.call("POST", "/bulk/test-mail", { body, key })));
  }

  async #submit(event: Event) {
    event.preventDefault();
    this.#clear();
    this.#before.clear();
    this.#send.disabled = true;
    const { client, intentions, texts } = this.#context;
    const people = this.#file === null ? this.#userEmails() : [this.#file.name, this.#file.size, this.#file.lastModified];
    try {
      const { data, location } = await intentions.act(`bulk ${JSON.stringify([this.#settings(), people])}`,
        (key) => client.call("POST", "/bulk", { body: this.#body(), key }));
      if (location === null) {
        this.#refuse(texts.text("form.nobody"));
      } else {
        this.#empty();
      }
      this.#invited({ ...data, id: location?.split("/").pop() ?? null });
    } catch (failure) {
      this.#refuse(reasonOf(failure, texts));
      this.#showErrors(failure);
    } finally {
      this.#send.disabled = false;
    }
  }

  #empty() {
    this.#form.reset();
    this.#take(null);
    void this.#showLimits();
  }

  #refuse(words: string) {
    this.#refusal.textContent = words;
    this.#refusal.hidden = false;
  }

  /** Errors beside their fields, those of recipients beside the addresses or the file. */
  #showErrors(failure: unknown) {
    if (!(failure instanceof EnrollmentError)) {
      return;
    }
    let first: HTMLElement | null = null;
    for (const [path, errors] of this.#errors) {
      const own = failure.errors.filter((error) => error.path[0] === path);
      if (own.length > 0) {
        errors.replaceChildren(...own.slice(0, MAX_ERRORS).map((error) => el("span", {}, this.#wordsOf(error))));
        errors.hidden = false;
        const input = errors.parentElement!.querySelector<HTMLElement>("input, select, textarea, button")!;
        input.setAttribute("aria-invalid", "true");
        first ??= input;
      }
    }
    const others = failure.errors.filter(({ path }) => !this.#errors.has(String(path[0])));
    if (others.length > 0) {
      this.#refuse(others.slice(0, MAX_ERRORS).map((error) => `${error.path.join(".")} ${this.#wordsOf(error)}`.trim()).join(" · "));
    }
    first?.focus();
  }

  /** An error in words of the reader, as far as its kind says enough; else in those of the API. */
  #wordsOf(error: Schemas["ValidationError"]) {
    const { text, number } = this.#context.texts;
    const { path, context: { line } } = error;
    const place = line !== undefined ? text("problem.line", number(line))
      : typeof path[1] === "number" ? text("problem.position", number(path[1] + 1)) : "";
    return `${place}${place === "" ? "" : ": "}${this.#problemOf(error)}`;
  }

  #problemOf({ path, type, message, context: { limit, valids } }: Schemas["ValidationError"]) {
    const { text, number, moment } = this.#context.texts;
    const bound = typeof limit === "number" ? number(limit) : limit === undefined ? "" : moment(limit);
    switch (type) {
      case "object.unknown": return text("problem.column", String(path.at(-1)));
      case "any.only": return valids === undefined ? message
        : text(path.at(-1) === "emailText" ? "problem.variables" : "problem.valids", valids.join(", "));
      case "string.max": return text("problem.long", bound);
      case "array.max": case "number.max": case "date.max": return text("problem.max", bound);
      case "number.min": case "date.min": return text("problem.min", bound);
      default: return message;
    }
  }

  #clear() {
    this.#refusal.hidden = true;
    this.#errors.forEach((errors) => (errors.hidden = true));
    this.#form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  }

  /** Takes the suggestion in place of the address at this position, wherever it stands in the field. */
  #accept(index: number, suggestion: string) {
    this.#value("addresses").value = this.#userEmails().with(index, suggestion).join("\n");
    this.#showInput();
    void this.#check();
  }

  #take(file: File | null) {
    const { text, number } = this.#context.texts;
    this.#file = file;
    this.#chosen.hidden = file === null;
    this.#chosen.replaceChildren(...(file === null ? [] : [
      el("strong", { id: "file-name" }, text("form.file.size", file.name, number(file.size))),
      button(text("form.file.drop"), () => this.#take(null))]));
    this.#value("addresses").disabled = file !== null;
    if (file === null) {
      this.#picker.value = "";
    }
    this.#clear();
    this.#before.clear();
    this.#showInput();
  }

  #showInput() {
    const { text, number } = this.#context.texts;
    const { addresses, others } = pick(this.#file === null ? this.#value("addresses").value : "");
    this.#count.textContent = this.#file !== null ? text("form.from-file") : text("form.count", number(addresses.length));
    const shown = others.slice(0, MAX_OTHERS).map((other) => text("quoted", other)).join(", ");
    const more = others.length > MAX_OTHERS ? text("form.more", number(others.length - MAX_OTHERS)) : "";
    this.#others.textContent = `${text("form.others")} ${shown} ${more}`.trim();
    this.#others.hidden = others.length === 0;
  }

  /** The form works without them: the API judges what it is sent. */
  async #showLimits() {
    const { client, texts } = this.#context;
    try {
      const { data }: { data: Limits } = await client.call("GET", "/limits");
      const choices = [...(this.#value("duration") as unknown as HTMLSelectElement).options];
      choices.filter(({ value }) => value !== "" && Number(value) > data.limits.duration.max).forEach((choice) => choice.remove());
      choices[0]!.textContent = texts.duration(data.defaults.duration);
      const { limit, left } = data.quota;
      this.#quota.hidden = data.bulkEnrollment && limit === null;
      this.#quota.textContent = !data.bulkEnrollment ? texts.text("error.plan") : limit === null ? ""
        : texts.text("form.quota", texts.number(left ?? 0), texts.number(limit));
    } catch (failure) {
      reasonOf(failure, texts); // throws what is no answer of the API
    }
  }
}
