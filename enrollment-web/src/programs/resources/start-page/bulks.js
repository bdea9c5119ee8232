// The bulks of an organization, the newest first, and how far each has come.

import {header, request, send} from "./api.js";
import {button, chip, el, find} from "./dom.js";
import {organization} from "./invite.js";

const LIMIT = 6;
const WHEN = new Intl.DateTimeFormat("en", {dateStyle: "medium", timeStyle: "short"});

let asked = null;
let version = null;
let open = null;
let choose = () => {};

export function begin(onChoice) {
  choose = onChoice;
}

/** Marks the one whose report is shown. */
export function mark(id) {
  open = id;
  find("bulks").querySelectorAll("button").forEach((row) => row.toggleAttribute("aria-current", row.id === `bulk-${id}`));
}

/** Asks for what is new; returns whether anything was. */
export async function look() {
  const asking = request("GET", organization(), `/bulk?limit=${LIMIT}`);
  if (asked !== asking.url) {
    [asked, version] = [asking.url, null];
  }
  const answer = await send({...asking, headers: {...asking.headers, ...(version === null ? {} : {"If-None-Match": version})}});
  if (answer.status !== 200) {
    return false;
  }
  version = header(answer, "etag") ?? null;
  const {items, totalDocs} = answer.json.data;
  find("bulks").replaceChildren(...items.map(row));
  find("bulk-count").textContent = totalDocs > items.length ? `the newest ${items.length} of ${totalDocs}` : `${totalDocs}`;
  find("no-bulks").hidden = items.length > 0;
  return true;
}

function row(bulk) {
  return el("li", {}, el("button", {type: "button", id: `bulk-${bulk.id}`, onclick: () => choose(bulk.id),
    ...(bulk.id === open ? {"aria-current": "true"} : {})},
    el("span", {className: "line whole"},
      el("strong", {className: "grow"}, bulk.displayName || "Without a name"),
      bulk.paused ? chip("paused", "warn") : null,
      bulk.overdue ? chip("overdue", "bad") : isLater(bulk) ? chip("scheduled", "warn") : null,
      bulk.tokens.pending > 0 ? chip("live", "calm") : chip("ended")),
    el("span", {className: "muted"}, `${WHEN.format(new Date(bulk.createdAt))}, ${bulk.success} of ${bulk.total} invited`),
    bar(bulk)));
}

export const isLater = ({sendAt}) => sendAt !== null && new Date(sendAt) > new Date();

/** Invited people by what they did or what became of their mail; each is counted once. */
export function stages({success, tokens, mails}) {
  const enrolled = tokens.done;
  const ended = tokens.deleted + tokens.expired;
  let rest = tokens.pending;
  const upTo = (count) => {
    const part = Math.min(count, rest);
    rest -= part;
    return part;
  };
  const [waiting, deferred, failed, notMailed] =
    [mails.queued, mails.deferred, mails.failed, mails.notRequested].map(upTo);
  return {enrolled, mailed: success - enrolled - ended - waiting - deferred - failed - notMailed, waiting, deferred, failed,
    "not mailed": notMailed, ended};
}

/** One strip, with a part for each stage, and the same in words. */
export function bar(bulk) {
  const parts = Object.entries(stages(bulk)).filter(([, count]) => count > 0);
  const strip = el("span", {className: "strip", "aria-hidden": "true"}, ...parts.map(([stage, count]) => {
    const part = el("span", {className: stage.replace(" ", "-")});
    part.style.flexGrow = count;
    return part;
  }));
  return el("span", {className: "bar-and-words"}, strip,
    el("span", {className: "legend"}, ...parts.map(([stage, count]) =>
      el("span", {className: stage.replace(" ", "-")}, `${count} ${stage}`))));
}
