import type { Schemas } from "../enrollment-client.js";
import { el } from "./dom.js";
import type { Texts } from "./texts.js";

type Counts = Pick<Schemas["BulkSummary"], "success" | "tokens" | "mails">;

export const isLater = ({ sendAt }: { sendAt: string | null }) => sendAt !== null && new Date(sendAt) > new Date();

/** Invited people by what they did or by the state of their mail; each is counted once. */
export function stagesOf({ success, tokens, mails }: Counts) {
  const ended = tokens.deleted + tokens.expired;
  let rest = tokens.pending;
  const upTo = (count: number) => {
    const part = Math.min(count, rest);
    rest -= part;
    return part;
  };
  const [waiting, deferred, failed, notMailed] =
    [upTo(mails.queued), upTo(mails.deferred), upTo(mails.failed), upTo(mails.notRequested)];
  const mailed = success - tokens.done - ended - waiting - deferred - failed - notMailed;
  return { enrolled: tokens.done, mailed, waiting, deferred, failed, notMailed, ended };
}

/** One strip, with a part for each stage, and the same in words. */
export function bar(counts: Counts, { text, number }: Texts) {
  const parts = (Object.entries(stagesOf(counts)) as [keyof ReturnType<typeof stagesOf>, number][])
    .filter(([, count]) => count > 0);
  return el("span", { className: "bar" },
    el("span", { className: "strip", "aria-hidden": "true" }, ...parts.map(([stage, count]) => {
      const part = el("span", { className: stage });
      part.style.flexGrow = String(count);
      return part;
    })),
    el("span", { className: "legend" }, ...parts.map(([stage, count]) =>
      el("span", { className: stage }, `${number(count)} ${text(`stage.${stage}`)}`))));
}
