// The report of one bulk, asked for as long as somebody looks at it, and what can be done for the bulk.

import {header, request, send} from "./api.js";
import {bar, isLater, mark} from "./bulks.js";
import {button, el, find, link, state} from "./dom.js";
import {answerView, commandsView} from "./exchange.js";
import {organization} from "./invite.js";

const LIMIT = 25;
const TIME = new Intl.DateTimeFormat("en", {timeStyle: "short"});
const WHEN = new Intl.DateTimeFormat("en", {dateStyle: "medium", timeStyle: "short"});

let bulk = sessionStorage.getItem("bulk");
let page = 1;
let version = null;
let asked = 0;
let unchanged = 0;
let seen = Date.now();
let changed = () => {};

export function begin(onChange) {
  changed = onChange;
  find("show-state").addEventListener("change", () => turnTo(1));
  find("remind").onclick = () => perform("POST", "/resend", {to: "notEnrolled"});
  find("more-time").onclick = () => perform("PUT", "", {duration: Number(find("more-time-by").value)});
  find("pause").onclick = () => perform("PUT", "", {paused: find("pause").dataset.paused !== "true"});
  find("now").onclick = () => perform("PUT", "", {sendAt: new Date().toISOString()});
  find("take-back").onclick = () => showConfirmation(true);
  find("keep").onclick = () => showConfirmation(false);
  find("really").onclick = () => perform("DELETE", "");
}

export function follow(id) {
  end();
  bulk = id;
  sessionStorage.setItem("bulk", id);
  mark(id);
  return turnTo(1);
}

/** Shows no report any longer, but why there is none. */
export function end(why = "…") {
  bulk = null;
  sessionStorage.removeItem("bulk");
  mark(null);
  showConfirmation(false);
  find("bulk-actions").hidden = true;
  find("bulk-answer").replaceChildren();
  find("asked").textContent = "";
  find("report").replaceChildren(el("p", {className: "muted"}, why));
}

function turnTo(wanted) {
  [page, version, asked, unchanged] = [wanted, null, 0, 0];
  return look();
}

function ask() {
  const only = find("show-state").value;
  const path = `/bulk/${bulk}?page=${page}&limit=${LIMIT}${only === "" ? "" : `&${only}`}`;
  return request("GET", organization(), path, undefined, version === null ? {} : {"If-None-Match": version});
}

/** Asks once; returns whether anything has changed. */
export async function look() {
  if (bulk === null) {
    return false;
  }
  const asking = ask();
  const answer = await send(asking);
  if (bulk === null || asking.url !== ask().url) {
    return false; // it is about another bulk or page than the one wanted by now
  }
  asked++;
  if (answer.status === 200) {
    version = header(answer, "etag") ?? null;
    show(answer.json.data);
  } else if (answer.status === 304) {
    unchanged++;
  } else if (answer.status === 0 || answer.status === 503) {
    find("asked").textContent = `No report since ${TIME.format(new Date(seen))}: ${answer.status || "no"} answer. This is the last one.`;
    return false;
  } else {
    end(`The report cannot be shown: ${answer.status} ${answer.json?.error?.message ?? ""}`);
    return false;
  }
  seen = Date.now();
  find("asked").textContent = `Asked ${asked} times; ${unchanged} times the answer was 304, nothing new.`;
  return answer.status === 200;
}

function show(report) {
  mark(report.id);
  find("bulk-actions").hidden = false;
  find("remind").disabled = report.tokens.pending === 0 || isLater(report);
  find("now").hidden = !isLater(report) && !report.overdue;
  find("take-back").disabled = report.tokens.pending + report.tokens.expired === 0;
  find("pause").dataset.paused = report.paused;
  find("pause").textContent = report.paused ? "Go on with its mail" : "Hold its mail";
  find("report").replaceChildren(el("div", {},
    el("p", {className: "figures"}, figure(report.total, "asked for"), figure(report.success, "invited"),
      figure(report.tokens.done, "enrolled"), figure(report.mails.sent, "mails sent")),
    bar(report),
    el("p", {className: "muted"}, `${report.settings.displayName || "Without a name"}, until ${WHEN.format(new Date(report.expireAt))}`),
    report.sendAt === null ? null : el("p", {className: report.overdue ? "note warn" : "note"},
      `${report.overdue ? "Its mails are overdue and wait: they should have left" : isLater(report) ? "Its mails leave" : "Its mails left"} ${
        WHEN.format(new Date(report.sendAt))}.`),
    mailings(report.mailings),
    items(report.items),
    pager(report),
    el("details", {}, el("summary", {}, "The same in a terminal"), commandsView([ask()]))));
}

const figure = (number, words) => el("span", {}, el("strong", {}, number.toLocaleString("en")), ` ${words}`);

const mailings = (all) => all.length < 2 ? null : el("p", {className: "muted"},
  all.map(({kind, total, createdAt}) => `${kind} to ${total}, ${WHEN.format(new Date(createdAt))}`).join(" · "));

function items(items) {
  return el("div", {className: "rows", role: "list"}, ...items.map((item) => el("div", {role: "listitem"},
    el("span", {className: "number"}, String(item.index + 1)),
    el("span", {className: "grow"}, item.name === null ? "" : `${item.name} `, item.email ?? "erased"),
    state(item.state ?? item.outcome),
    item.mail === null || item.state === "DONE" ? null : state(item.mail.state),
    item.enrollmentLink === null ? null : link("Page", item.enrollmentLink),
    trouble(item.mail),
    item.suggestion === null ? null : el("span", {className: "muted whole"}, `Perhaps ${item.suggestion} was meant.`),
    item.enrolledAt === null ? null : el("span", {className: "muted whole"},
      `${WHEN.format(new Date(item.enrolledAt))}, device ${item.winDeviceId}`))));
}

/** Why a mail was not sent, and what comes next. */
function trouble(mail) {
  if (mail === null || !["failed", "deferred"].includes(mail.state)) {
    return null;
  }
  const {attempts, lastReply, nextAttemptAt} = mail;
  const next = nextAttemptAt === null ? "" : ` Next attempt at ${TIME.format(new Date(nextAttemptAt))}.`;
  const why = attempts > 0 ? `The relay replied ${lastReply ?? "nothing"}.`
    : lastReply === null ? "The link ended before the mail was sent."
    : `Not sent, because the relay replied ${lastReply} to an earlier mail.`;
  return el("span", {className: "muted whole"}, why + next);
}

function pager({page: at, totalPages, prevPage, nextPage}) {
  if (totalPages < 2) {
    return null;
  }
  const turn = (label, to) => {
    const turning = button(label, () => turnTo(to), "small");
    turning.disabled = to === null;
    return turning;
  };
  return el("p", {className: "line"}, turn("Previous", prevPage), `Page ${at} of ${totalPages}`, turn("Next", nextPage));
}

function showConfirmation(asked) {
  find("confirmation").hidden = !asked;
  find("take-back").hidden = asked;
}

async function perform(method, below, body) {
  const asked = request(method, organization(), `/bulk/${bulk}${below}`, body);
  find("bulk-answer").replaceChildren();
  const answer = await send(asked);
  if (asked.url !== request(method, organization(), `/bulk/${bulk}${below}`).url) {
    return; // another bulk is followed by now
  }
  showConfirmation(false);
  find("bulk-answer").replaceChildren(answerView(answer),
    el("details", {}, el("summary", {}, "The same in a terminal"), commandsView([asked])));
  await look();
  await changed();
}
