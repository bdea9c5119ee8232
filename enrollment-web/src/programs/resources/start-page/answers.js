// Every answer that the contract knows, each with the call that brings it about.

import {request, send, setting} from "./api.js";
import {button, chip, el, find} from "./dom.js";
import {answerView, commandsView, statusChip} from "./exchange.js";

const rows = [];

function requestsOf(answer) {
  const fresh = `start-page-${crypto.randomUUID()}`;
  return answer.calls.map((call) => {
    const made = request(call.method ?? "POST", call.organization ?? "acme", "/bulk");
    const url = call.path === undefined ? made.url : new URL(call.path, setting.api).href;
    return {...made, url, headers: headersOf(call, fresh), body: call.body, then: call.then, times: call.times, end: call.end};
  });
}

function headersOf({caller, authorization, type, key, body}, fresh) {
  const shown = authorization === undefined ? `Bearer ${setting.callers[caller ?? "administrator"]}` : authorization;
  return {
    ...(shown === null ? {} : {Authorization: shown}),
    ...(body === undefined ? {} : {"Content-Type": type ?? "application/json"}),
    ...(key === undefined ? {} : {"Idempotency-Key": key.replace("{fresh}", fresh)}),
  };
}

async function sendAll(requests, together) {
  if (together) {
    return Promise.all(requests.map(send));
  }
  const answers = [];
  for (const each of requests) {
    answers.push(await send(each));
  }
  return answers;
}

const isAsPromised = ({status, code}, answer) => answer.status === status && answer.json?.error?.code === code;

function row(answer) {
  const mark = el("span", {className: "mark", role: "status"});
  const result = el("div", {});
  const code = answer.code === undefined ? null : chip(String(answer.code));
  async function call() {
    mark.textContent = "…";
    result.replaceChildren();
    const requests = requestsOf(answer);
    const answers = await sendAll(requests, answer.together);
    const promised = answer.together
      ? answers.some((each) => isAsPromised(answer, each)) : isAsPromised(answer, answers.at(-1));
    mark.textContent = promised ? "✓ as promised" : "✗ differs";
    mark.className = promised ? "mark good" : "mark bad";
    result.replaceChildren(...answers.map(answerView), commandsView(requests));
    return promised;
  }
  const details = el("details", {},
    el("summary", {}, statusChip(answer.status), code, el("span", {className: "grow"}, answer.when), mark),
    answer.calls === undefined ? el("p", {}, answer.how) : el("div", {className: "case"},
      el("p", {className: "line"}, button(answer.calls.length > 1 ? "Send both" : "Send it", call)), result));
  details.addEventListener("toggle", () => {
    if (details.open && answer.calls !== undefined && !result.hasChildNodes()) {
      result.replaceChildren(commandsView(requestsOf(answer)));
    }
  });
  if (answer.calls !== undefined) {
    rows.push(call);
  }
  return details;
}

async function callAll() {
  find("all").disabled = true;
  let good = 0;
  for (const [index, call] of rows.entries()) {
    good += (await call()) ? 1 : 0;
    find("all-result").textContent = `${good} of ${index + 1} as promised`;
  }
  find("all").disabled = false;
}

export async function begin() {
  const answers = await (await fetch("answers.json")).json();
  find("answer-rows").replaceChildren(...answers.map(row));
  find("all").onclick = callAll;
}
