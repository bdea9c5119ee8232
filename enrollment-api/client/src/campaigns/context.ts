import type { Choice } from "../enrollment-campaigns.js";
import { EnrollmentError, intention, type Answer, type EnrollmentClient } from "../enrollment-client.js";
import { pause } from "../pause.js";
import type { Key, Texts } from "./texts.js";

/** State that all parts of the component share. */
export type Context = {
  client: EnrollmentClient;
  texts: Texts;
  policies: readonly Choice<string>[];
  segments: readonly Choice<number>[];
  /** Milliseconds between two requests in place of those that the API advises; null for them. */
  interval: number | null;
  intentions: Intentions;
};

/** Keys of actions whose outcome is unknown: the same action again has the same key, until it is answered. */
export class Intentions {
  readonly #open = new Map<string, string>();

  /** @param action all that distinguishes it from another action */
  async act<Value>(action: string, perform: (key: string) => Promise<Value>): Promise<Value> {
    const key = this.#open.get(action) ?? intention();
    this.#open.set(action, key);
    try {
      const value = await perform(key);
      this.#open.delete(action);
      return value;
    } catch (failure) {
      if (!(failure instanceof EnrollmentError && failure.temporary)) {
        this.#open.delete(action);
      }
      throw failure;
    }
  }
}

/** Watches one thing at a time; what fails for a while is told, and watched again. */
export class Watching {
  static readonly #PAUSE = 5_000;
  #controller = new AbortController();

  start<Value>(
    watch: (signal: AbortSignal) => AsyncIterable<Answer<Value>>, show: (data: Value) => void, fail: (failure: unknown) => void,
  ) {
    this.stop();
    this.#controller = new AbortController();
    void this.#run(this.#controller.signal, watch, show, fail);
  }

  stop() {
    this.#controller.abort();
  }

  async #run<Value>(
    signal: AbortSignal, watch: (signal: AbortSignal) => AsyncIterable<Answer<Value>>,
    show: (data: Value) => void, fail: (failure: unknown) => void,
  ) {
    for (let temporary = true; temporary && !signal.aborted; ) {
      try {
        for await (const { data } of watch(signal)) {
          show(data);
        }
        return;
      } catch (failure) {
        fail(failure);
        temporary = failure instanceof EnrollmentError && failure.temporary;
        const wait = temporary ? (failure as EnrollmentError).retryAfter ?? Watching.#PAUSE : 0;
        await pause(wait, signal).catch(() => undefined); // aborted: the loop ends
      }
    }
  }
}

/** The pace of a page in view, or that of one that nobody looks at. */
export const paced = ({ interval }: Context, advised: number) => document.hidden ? 60_000 : interval ?? advised;

const OF_STATUS: Record<number, Key> = { 0: "error.none", 401: "error.401", 403: "error.403", 404: "error.404", 413: "error.413",
  429: "error.429", 503: "error.503" };
const OF_CODE: Record<number, Key> = { 5050: "error.plan", 5145: "error.fields", 5004: "error.sending" };

/** A failure in words of the reader; those that only programs cause keep the words of the API. */
export function reasonOf(failure: unknown, { text }: Texts): string {
  if (!(failure instanceof EnrollmentError)) {
    throw failure;
  }
  const key = OF_CODE[failure.code] ?? OF_STATUS[failure.status];
  return key === undefined ? text("error.other", String(failure.status), failure.message) : text(key);
}
