// The report of the last bulk, asked for again until every mail has come as far as it will.

import {header, send, setting} from "./api.js";
import {button, el, find, link, state} from "./dom.js";
import {commandsView} from "./exchange.js";

const LIMIT = 25;
const MAILS = ["sent", "queued", "deferred", "failed", "notRequested"];

let location = sessionStorage.getItem("report");
let page = 1;
let version = null;
let asked = 0;
let unchanged = 0;
let over = false;

export function follow(path) {
  location = path;
  sessionStorage.setItem("report", path);
  turnTo(1);
}

function turnTo(wanted) {
  [page, version, asked, unchanged, over] = [wanted, null, 0, 0, false];
  return look();
}

const ask = () => ({
  method: "GET",
  url: new URL(`${location}?page=${page}&limit=${LIMIT}`, setting.api).href,
  headers: {
    Authorization: `Bearer ${setting.callers.administrator}`,
    ...(version === null ? {} : {"If-None-Match": version}),
  },
});

/** Asks once, unless there is nothing to learn; returns whether anything has changed. */
export async function look() {
  if (location === null || over) {
    return false;
  }
  const asking = ask();
  const answer = await send(asking);
  if (asking.url !== ask().url) {
    return false; // it is about another bulk or page than the one wanted by now
  }
  asked++;
  if (answer.status === 200) {
    version = header(answer, "etag") ?? null;
    const {mails} = answer.json.data;
    over = mails.queued + mails.deferred === 0;
    show(answer.json.data);
  } else if (answer.status === 304) {
    unchanged++;
  } else {
    over = true;
    sessionStorage.removeItem("report");
    return false;
  }
  find("asked").textContent = `Asked ${asked} times; ${unchanged} times the answer was 304, nothing new.`;
  return answer.status === 200;
}

function show(report) {
  const {total, success, fail, mails} = report;
  const promised = success - mails.notRequested;
  find("report").replaceChildren(el("div", {},
    el("h3", {}, "Its report"),
    el("p", {className: "figures"},
      figure(total, "asked for"), figure(success, "tokens"), figure(fail, "failed"), figure(mails.sent, "mails sent")),
    bar(mails, promised),
    el("ul", {className: "legend"}, ...MAILS.filter((name) => mails[name] > 0)
      .map((name) => el("li", {className: name}, `${mails[name]} ${name === "notRequested" ? "not requested" : name}`))),
    items(report.items),
    pager(report),
    el("details", {}, el("summary", {}, "The same in a terminal"), commandsView([ask()]))));
}

const figure = (number, words) => el("span", {}, el("strong", {}, number.toLocaleString("en")), ` ${words}`);

function bar(mails, promised) {
  const done = mails.sent + mails.failed;
  return el("progress", {max: Math.max(promised, 1), value: promised === 0 ? 1 : done,
    "aria-label": `${done} of ${promised} mails`});
}

function items(items) {
  return el("div", {className: "rows", role: "list"}, ...items.map((item) => el("div", {role: "listitem"},
    el("span", {className: "number"}, String(item.index + 1)),
    el("span", {className: "grow"}, item.email),
    state(item.outcome),
    item.mail === null ? null : state(item.mail.state),
    item.enrollmentLink === null ? null : link("Page", item.enrollmentLink))));
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
