// A request and its answer, to be looked at and to be done again elsewhere.

import {setting} from "./api.js";
import {curl, powershell} from "./commands.js";
import {chip, copyButton, el, tabbed} from "./dom.js";

const WORDS = {200: "OK", 304: "Not Modified", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
  404: "Not Found", 405: "Method Not Allowed", 409: "Conflict", 412: "Precondition Failed",
  413: "Content Too Large", 415: "Unsupported Media Type", 422: "Unprocessable Content",
  429: "Too Many Requests", 500: "Internal Server Error", 503: "Service Unavailable", 0: "No answer"};
const SHOWN = ["content-location", "etag", "idempotency-replayed", "retry-after", "content-type"];

export const statusChip = (status) =>
  chip(`${status || ""} ${WORDS[status] ?? ""}`.trim(), toneOf(status));

const toneOf = (status) => (status < 200 || status >= 500 ? "bad" : status < 400 ? "good" : "warn");

/** An answer as it came, with those of its headers that a browser tells a script of another origin. */
export function answerView(answer) {
  const headers = answer.headers.filter(([name]) => SHOWN.includes(name));
  return el("div", {className: "answer"},
    el("p", {className: "line"}, statusChip(answer.status), el("span", {className: "muted"}, `${answer.millis} ms`)),
    headers.length === 0 ? null : el("dl", {className: "headers"},
      ...headers.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    el("pre", {tabIndex: 0}, answer.json === null ? answer.text : JSON.stringify(answer.json, null, 2)));
}

/** The lines that do the same in a terminal. */
export const commandsView = (requests) => tabbed("The same in a terminal", {
  curl: () => lines(requests.map(curl).join("\n\n")),
  PowerShell: () => lines(requests.map(powershell).join("\n\n")),
});

function lines(text) {
  const code = el("pre", {tabIndex: 0}, ...shortened(text));
  return el("div", {className: "lines"}, copyButton(() => text), code);
}

/** A token takes little room, and yet is there for whoever copies it by hand. */
function shortened(text) {
  const tokens = Object.values(setting.callers);
  const pattern = new RegExp(`(${tokens.map((token) => token.replaceAll(".", "\\.")).join("|")})`);
  return text.split(pattern).map((part) =>
    tokens.includes(part) ? el("span", {className: "token", title: "the development token"}, part) : part);
}
