import type { components, paths } from "./api.js";
import { pause } from "./pause.js";

type Root = "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens";
type Below<Path> = Path extends `${Root}${infer Rest}` ? Rest : never;
type Upper = { GET: "get"; POST: "post"; PUT: "put"; DELETE: "delete" };
type Operations<Path extends TokenPath> = paths[`${Root}${Path}` & keyof paths];
type Operation<Method extends keyof Upper, Path extends TokenPath> = Operations<Path>[Upper[Method] & keyof Operations<Path>];
type At<Value, Key extends PropertyKey> = Value extends { [key in Key]?: infer Found } ? NonNullable<Found> : never;
type Json<Value> = At<At<Value, "content">, "application/json">;
type PathParameters<Path extends TokenPath> = Omit<At<At<Operations<Path>, "parameters">, "path">, "organizationId">;

/** Objects of the API by the names that `openapi.yaml` gives them, such as `Schemas["BulkReport"]`. */
export type Schemas = components["schemas"];

/** Paths below those of an organization's tokens, such as `/bulk/{bulkId}`; the tokens themselves are the empty one. */
export type TokenPath = Below<keyof paths>;

/** `data` of the answer to a call. */
export type Data<Method extends keyof Upper, Path extends TokenPath> =
  At<Json<At<At<Operation<Method, Path>, "responses">, 200>>, "data">;

/** Input of a call, beside its method and path. */
export type Input<Method extends keyof Upper, Path extends TokenPath> = {
  query?: At<At<Operation<Method, Path>, "parameters">, "query">;
  /** JSON, or a form as `bulkForm` makes it. */
  body?: Json<At<Operation<Method, Path>, "requestBody">> | FormData;
  /** `Idempotency-Key` of the action, see `intention`. By default each call is an action of its own. */
  key?: string;
  /** Entity tag that the object must still have, for `PUT` and `DELETE` of a token. */
  ifMatch?: string;
  signal?: AbortSignal;
} & (keyof PathParameters<Path> extends never ? { path?: undefined } : { path: PathParameters<Path> });

export type Answer<Value> = {
  data: Value;
  etag: string | null;
  /** Path of the object that was created, without scheme and host. */
  location: string | null;
  /** Whether an earlier request with the same key was carried out, and this is its answer again. */
  replayed: boolean;
};

export type Options = {
  /** Address of the organization, such as `https://mdm.example/v1/organizations/acme`. */
  organization: string;
  /** Bearer token of the caller, asked for before every request. */
  token: () => string | Promise<string>;
  /** By default that of the browser or of Node. */
  fetch?: typeof fetch;
  /** Largest number of requests for one call; 5 by default. */
  tries?: number;
  /** Longest wait between two of them in milliseconds, 60 000 by default: a longer `Retry-After` is left to the caller. */
  patience?: number;
};

/** A call that failed: refused by the API, or without an answer. */
export class EnrollmentError extends Error {
  override readonly name = "EnrollmentError";
  readonly code: number;
  /** For code 5145, what is wrong with the request, in document order; at most 100. */
  readonly errors: readonly Schemas["ValidationError"][];

  constructor(
    /** HTTP status; 0 if there was no answer. */
    readonly status: number,
    error: Schemas["Error"],
    /** Milliseconds after which the same request may succeed; null if the answer does not say. */
    readonly retryAfter: number | null,
    options?: ErrorOptions,
  ) {
    super(error.message, options);
    this.code = error.code;
    this.errors = error.data && "errors" in error.data ? error.data.errors : [];
  }

  /** Messages by field, such as `displayName` or `recipients.17.language`; the whole body is the empty name. */
  get fields(): Map<string, string[]> {
    const fields = new Map<string, string[]>();
    for (const { path, message } of this.errors) {
      fields.set(path.join("."), [...(fields.get(path.join(".")) ?? []), message]);
    }
    return fields;
  }

  /** Whether the same request may succeed later: no answer, one of a proxy, or one with `Retry-After`. */
  get temporary(): boolean {
    return [0, 502, 504].includes(this.status) || this.retryAfter !== null;
  }
}

/** A new `Idempotency-Key`: one for every action of a user, kept for all tries of that action. */
export const intention = (): string => crypto.randomUUID();

/** Body of `POST /bulk` and `/bulk/check` with the recipients in a CSV file. */
export function bulkForm(settings: Schemas["BulkFormSettings"], recipients: File): FormData {
  const form = new FormData();
  form.append("settings", new Blob([JSON.stringify(settings)], { type: "application/json" }));
  form.append("recipients", recipients);
  return form;
}

/** Routes that take no key, because the API's description calls them safe to repeat without one. */
const WITHOUT_KEY = ["/bulk/check", "/bulk/preview", "/erase", "/verify", "/redeem",
  "/webhooks/{webhookId}/replay"];

/**
 * The calls about the enrollment tokens of one organization.
 *
 * A call is repeated after a lost connection, 502, 504, and after the time in `Retry-After`. That is safe: whatever
 * creates or changes something carries the same `Idempotency-Key` each time.
 */
export class EnrollmentClient {
  readonly #options: Required<Options>;

  constructor(options: Options) {
    this.#options = { fetch: (...request) => fetch(...request), tries: 5, patience: 60_000, ...options };
  }

  /**
   * @throws EnrollmentError unless the answer is a success
   * @throws the signal's reason when it is aborted, before or between requests or during one
   */
  async call<Method extends keyof Upper, Path extends TokenPath>(
    method: Method & { [M in keyof Upper]: Operations<Path> extends { [key in Upper[M]]: object } ? M : never }[keyof Upper],
    path: Path,
    ...[input]: keyof PathParameters<Path> extends never ? [Input<Method, Path>?] : [Input<Method, Path>]
  ): Promise<Answer<Data<Method, Path>>> {
    const answer = await this.#send(method, path, (input ?? {}) as Request);
    return answer as Answer<Data<Method, Path>>; // without If-None-Match there is no 304
  }

  /**
   * Asks again and again, with the entity tag of the last answer, and yields what has changed. Ends when `interval` is null
   * or `signal` is aborted.
   *
   * @param input `interval`: milliseconds between two requests, 2 000 by default, or what tells them from the last data
   * @throws EnrollmentError as `call` does
   */
  async *watch<Path extends TokenPath>(
    path: Path,
    input: Input<"GET", Path> & { interval?: number | ((data: Data<"GET", Path>) => number | null) },
  ): AsyncGenerator<Answer<Data<"GET", Path>>, void, undefined> {
    const { interval = 2_000, signal } = input;
    let last: Answer<Data<"GET", Path>> | undefined;
    try {
      for (let wait: number | null = 0; wait !== null; wait = typeof interval === "number" ? interval : interval(last!.data)) {
        await pause(wait, signal);
        const answer = await this.#send("GET", path, input as Request, last?.etag ?? undefined);
        if (answer !== null) {
          last = answer as Answer<Data<"GET", Path>>;
          yield last;
        }
      }
    } catch (failure) {
      if (!signal?.aborted) {
        throw failure;
      }
    }
  }

  async #send(method: string, path: string, input: Request, etag?: string): Promise<Answer<unknown> | null> {
    const { organization, tries, patience } = this.#options;
    const filled = path.replace(/\{(\w+)}/g, (_, name) => encodeURIComponent(input.path?.[name] ?? ""));
    const url = `${organization.replace(/\/$/, "")}/mdm/windows/enterprise/enrollment-tokens${filled}${queryOf(input.query)}`;
    const keyed = method !== "GET" && !WITHOUT_KEY.includes(path);
    const json = input.body !== undefined && !(input.body instanceof FormData);
    const headers = {
      ...(json ? { "Content-Type": "application/json" } : {}),
      ...(keyed ? { "Idempotency-Key": input.key ?? intention() } : {}),
      ...(input.ifMatch === undefined ? {} : { "If-Match": input.ifMatch }),
      ...(etag === undefined ? {} : { "If-None-Match": etag }),
    };
    const body = json ? JSON.stringify(input.body) : (input.body as FormData | undefined);
    for (let sent = 1; ; sent++) {
      try {
        return await this.#exchange(url, { method, headers, body: body ?? null, signal: input.signal ?? null });
      } catch (failure) {
        input.signal?.throwIfAborted();
        const error = failure instanceof EnrollmentError ? failure : unanswered(failure);
        const wait = error.retryAfter ?? Math.min(1_000 * 2 ** (sent - 1), 30_000);
        if (!error.temporary || sent >= tries || wait > patience) {
          throw error;
        }
        await pause(wait, input.signal);
      }
    }
  }

  async #exchange(url: string, init: RequestInit): Promise<Answer<unknown> | null> {
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
    const header = (name: string) => response.headers.get(name);
    const replayed = header("Idempotency-Replayed") === "true";
    return { data: body.data, etag: header("ETag"), location: header("Content-Location"), replayed };
  }
}

type Request = { path?: Record<string, string>; query?: object; body?: unknown; key?: string; ifMatch?: string; signal?: AbortSignal };
type Body = { status?: boolean; data?: unknown; error?: Schemas["Error"] } | null;

const unanswered = (cause: unknown) =>
  new EnrollmentError(0, { code: 0, message: cause instanceof Error ? cause.message : "No answer" }, null, { cause });

/** A token that cannot be had is no lost connection, so it is not asked for again. */
async function tokenOf({ token }: Required<Options>): Promise<string> {
  try {
    return await token();
  } catch (cause) {
    throw new EnrollmentError(401, { code: 0, message: "No bearer token" }, null, { cause });
  }
}

function queryOf(query: object = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().filter((each) => each !== undefined).map((each) => [name, String(each)]));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, section 10.2.3). */
function retryAfter(headers: Headers): number | null {
  const value = headers.get("Retry-After");
  const wait = value === null ? NaN : /^\d+$/.test(value) ? 1_000 * Number(value) : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

/** Null for what is not JSON, such as the page of a proxy. */
function parsed(text: string): Body {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
