/*! enrollment-client 1.0.0 | Apache-2.0 */

// src/pause.ts
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

// src/enrollment-client.ts
var EnrollmentError = class extends Error {
  constructor(status, error, retryAfter2, options) {
    super(error.message, options);
    this.status = status;
    this.retryAfter = retryAfter2;
    this.code = error.code;
    this.errors = error.data && "errors" in error.data ? error.data.errors : [];
  }
  status;
  retryAfter;
  name = "EnrollmentError";
  code;
  /** For code 5145, what is wrong with the request, in document order; at most 100. */
  errors;
  /** Messages by field, such as `displayName` or `recipients.17.language`; the whole body is the empty name. */
  get fields() {
    const fields = /* @__PURE__ */ new Map();
    for (const { path, message } of this.errors) {
      fields.set(path.join("."), [...fields.get(path.join(".")) ?? [], message]);
    }
    return fields;
  }
  /** Whether the same request may succeed later: no answer, one of a proxy, or one with `Retry-After`. */
  get temporary() {
    return [0, 502, 504].includes(this.status) || this.retryAfter !== null;
  }
};
var intention = () => crypto.randomUUID();
function bulkForm(settings, recipients) {
  const form = new FormData();
  form.append("settings", new Blob([JSON.stringify(settings)], { type: "application/json" }));
  form.append("recipients", recipients);
  return form;
}
var WITHOUT_KEY = [
  "/bulk/check",
  "/bulk/preview",
  "/erase",
  "/verify",
  "/redeem",
  "/webhooks/{webhookId}/replay"
];
var EnrollmentClient = class {
  #options;
  constructor(options) {
    this.#options = { fetch: (...request) => fetch(...request), tries: 5, patience: 6e4, ...options };
  }
  /**
   * @throws EnrollmentError unless the answer is a success
   * @throws the signal's reason when it is aborted, before or between requests or during one
   */
  async call(method, path, ...[input]) {
    const answer = await this.#send(method, path, input ?? {});
    return answer;
  }
  /**
   * Asks again and again, with the entity tag of the last answer, and yields what has changed. Ends when `interval` is null
   * or `signal` is aborted.
   *
   * @param input `interval`: milliseconds between two requests, 2 000 by default, or what tells them from the last data
   * @throws EnrollmentError as `call` does
   */
  async *watch(path, input) {
    const { interval = 2e3, signal } = input;
    let last;
    try {
      for (let wait = 0; wait !== null; wait = typeof interval === "number" ? interval : interval(last.data)) {
        await pause(wait, signal);
        const answer = await this.#send("GET", path, input, last?.etag ?? void 0);
        if (answer !== null) {
          last = answer;
          yield last;
        }
      }
    } catch (failure) {
      if (!signal?.aborted) {
        throw failure;
      }
    }
  }
  async #send(method, path, input, etag) {
    const { organization, tries, patience } = this.#options;
    const filled = path.replace(/\{(\w+)}/g, (_, name) => encodeURIComponent(input.path?.[name] ?? ""));
    const url = `${organization.replace(/\/$/, "")}/mdm/windows/enterprise/enrollment-tokens${filled}${queryOf(input.query)}`;
    const keyed = method !== "GET" && !WITHOUT_KEY.includes(path);
    const json = input.body !== void 0 && !(input.body instanceof FormData);
    const headers = {
      ...json ? { "Content-Type": "application/json" } : {},
      ...keyed ? { "Idempotency-Key": input.key ?? intention() } : {},
      ...input.ifMatch === void 0 ? {} : { "If-Match": input.ifMatch },
      ...etag === void 0 ? {} : { "If-None-Match": etag }
    };
    const body = json ? JSON.stringify(input.body) : input.body;
    for (let sent = 1; ; sent++) {
      try {
        return await this.#exchange(url, { method, headers, body: body ?? null, signal: input.signal ?? null });
      } catch (failure) {
        input.signal?.throwIfAborted();
        const error = failure instanceof EnrollmentError ? failure : unanswered(failure);
        const wait = error.retryAfter ?? Math.min(1e3 * 2 ** (sent - 1), 3e4);
        if (!error.temporary || sent >= tries || wait > patience) {
          throw error;
        }
        await pause(wait, input.signal);
      }
    }
  }
  async #exchange(url, init) {
    const authorization = { Authorization: `Bearer ${await tokenOf(this.#options)}` };
    const response = await this.#options.fetch(url, { ...init, headers: { ...init.headers, ...authorization } });
    if (response.status === 304) {
      return null;
    }
    const body = parsed(await response.text());
    if (!response.ok || body?.status !== true) {
      const error = body?.error ?? { code: 0, message: `${response.status} ${response.statusText}`.trim() };
      throw new EnrollmentError(response.status, error, retryAfter(response.headers));
    }
    const header = (name) => response.headers.get(name);
    const replayed = header("Idempotency-Replayed") === "true";
    return { data: body.data, etag: header("ETag"), location: header("Content-Location"), replayed };
  }
};
var unanswered = (cause) => new EnrollmentError(0, { code: 0, message: cause instanceof Error ? cause.message : "No answer" }, null, { cause });
async function tokenOf({ token }) {
  try {
    return await token();
  } catch (cause) {
    throw new EnrollmentError(401, { code: 0, message: "No bearer token" }, null, { cause });
  }
}
function queryOf(query = {}) {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().filter((each) => each !== void 0).map((each) => [name, String(each)]));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
function retryAfter(headers) {
  const value = headers.get("Retry-After");
  const wait = value === null ? NaN : /^\d+$/.test(value) ? 1e3 * Number(value) : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
export {
  EnrollmentClient,
  EnrollmentError,
  bulkForm,
  intention
};
