// The events that the receiver took and the requests that it refused, the newest first.

import {button, chip, el, find} from "./dom.js";

const PAUSE = 800;
const TIME = new Intl.DateTimeFormat("en", {hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3,
  hour12: false});
const COMMON = "mdm.windows.";
const REPETITIONS = {none: ["no", "plain"], request: ["request", "warn"], event: ["event", "warn"]};

let listed = null;

const chosen = () => find("bulk").value;

async function look() {
  const bulk = chosen();
  const answer = await fetch(`webhooks?${encodeURIComponent(bulk)}`);
  const {received, kept, found, bulks, events} = await answer.json();
  const list = `${received} ${bulk}`;
  if (list === listed || bulk !== chosen()) {
    return; // nothing new, or no longer what is chosen
  }
  listed = list;
  find("arrived").textContent = `${received.toLocaleString("en")} arrived`;
  find("shown").textContent = shown(found, events.length, kept);
  find("table").hidden = events.length === 0;
  find("no-events").hidden = events.length > 0;
  find("no-events").textContent = bulk === "" ? "Nothing has arrived yet." : "Nothing of this bulk is kept.";
  bulks.forEach(offer);
  show(events);
}

const shown = (found, count, kept) =>
  found === 0 ? "" : `${count < found ? `the newest ${count} of ` : ""}${found.toLocaleString("en")}`
    + (found < kept ? ` of ${kept.toLocaleString("en")} kept` : "");

/** Options stay, so that the list under somebody's cursor does not change. */
function offer(bulk) {
  if (![...find("bulk").options].some((option) => option.value === bulk)) {
    find("bulk").append(el("option", {value: bulk}, bulk));
  }
}

function choose(bulk) {
  offer(bulk);
  find("bulk").value = bulk;
  find("bulk").focus();
  return look();
}

/** Rows that stay are left alone, so that focus and opened events stay with them. */
function show(events) {
  const table = find("events");
  const rows = events.map((event) => find(`event-${event.number}`) ?? entry(event));
  [...table.tBodies].filter((each) => !rows.includes(each)).forEach((each) => each.remove());
  rows.forEach((each, index) => {
    if (table.tBodies[index] !== each) {
      table.insertBefore(each, table.tBodies[index] ?? null);
    }
  });
}

/** One row, and below it the whole event while somebody wants to see it. */
function entry({number, at, requestId, status, verification, repetition, type, subject, bulkId, event}) {
  const valid = status === 204;
  const [word, tone] = REPETITIONS[repetition];
  const whole = el("tr", {id: `whole-${number}`, hidden: true});
  return el("tbody", {id: `event-${number}`}, el("tr", {},
    el("td", {}, el("time", {dateTime: at}, TIME.format(new Date(at)))),
    el("th", {scope: "row"}, valid ? type.startsWith(COMMON) ? type.slice(COMMON.length) : type : `refused with ${status}`),
    el("td", {}, subject === "" ? "–" : el("code", {}, subject)),
    el("td", {}, bulkId === "" ? "–" : only(bulkId)),
    el("td", {}, chip(verification, valid ? "good" : "bad")),
    el("td", {}, valid ? chip(word, tone) : "–"),
    el("td", {}, opener(whole, requestId, event))), whole);
}

function opener(whole, requestId, event) {
  const opening = button("Show", () => {
    whole.hidden = !whole.hidden;
    opening.setAttribute("aria-expanded", !whole.hidden);
    if (!whole.hidden) {
      whole.replaceChildren(el("td", {colSpan: 7},
        el("p", {className: "muted"}, "webhook-id ", el("code", {}, requestId || "missing")),
        el("pre", {tabIndex: 0}, JSON.stringify(event, null, 2))));
    }
  }, "small");
  opening.setAttribute("aria-expanded", false);
  opening.setAttribute("aria-controls", whole.id);
  return opening;
}

function only(bulkId) {
  const filter = button(bulkId, () => choose(bulkId), "small id");
  filter.title = "Only the events of this bulk";
  return filter;
}

async function watch() {
  if (!document.hidden) {
    try {
      await look();
    } catch {
      find("arrived").textContent = "Stopped";
      listed = null;
    }
  }
  setTimeout(watch, PAUSE);
}

find("bulk").addEventListener("change", look);
const asked = new URLSearchParams(location.search).get("bulk");
if (asked !== null) {
  offer(asked);
  find("bulk").value = asked;
}
await watch();
