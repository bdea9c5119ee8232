// What is done before a bulk is sent: the list is checked, the mail looked at, and sent to oneself.

import {send} from "./api.js";
import {button, chip, el, find, state, tabbed} from "./dom.js";
import {answerView, commandsView} from "./exchange.js";
import {framed} from "./inbox.js";

const SHOWN = 25;
const REASONS = {
  empty: "there is nothing",
  tooLong: "too long",
  hiddenCharacter: "a space or an invisible character in it",
  noAtSign: "no @",
  localPart: "malformed before the @",
  domain: "malformed behind the @",
};

const show = (...what) => find("before").replaceChildren(...what);

export const forget = () => show();

const inTerminal = (request) =>
  el("details", {}, el("summary", {}, "The same in a terminal"), commandsView([request]));

const wait = async (request, view) => {
  show(el("p", {className: "muted"}, "…"));
  const answer = await send(request);
  show(...(answer.status === 200 ? view(answer.json.data) : [answerView(answer)]), inTerminal(request));
  find("before").scrollIntoView({block: "nearest"});
};

/** @param accept takes the suggestion for the address at an index in place of it; absent for a file */
export const check = (request, accept) => wait(request, (data) => [
  el("h3", {}, "What the list would do"),
  el("p", {className: "figures"},
    figure(data.total, "people"), figure(data.success, "would be invited"), figure(data.fail, "would not")),
  rows(data.items, accept)]);

const figure = (number, words) => el("span", {}, el("strong", {}, number.toLocaleString("en")), ` ${words}`);

function rows(items, accept) {
  const bad = items.filter(({outcome}) => outcome !== "created");
  const views = {
    ...(bad.length === 0 ? {} : {[`Without a token (${bad.length})`]: () => pages(bad, accept)}),
    [`Everybody (${items.length})`]: () => pages(items, accept),
  };
  return items.length === 0 ? el("p", {className: "muted"}, "Nobody is in it.") : tabbed("Rows of the list", views);
}

/** So many rows at a time that a list of thousands is as quick as a short one. */
function pages(items, accept) {
  const list = el("div", {className: "rows", role: "list"});
  const more = button("", () => add(), "small");
  let shown = 0;
  function add() {
    list.append(...items.slice(shown, shown + SHOWN).map((item) => row(item, accept)));
    shown = Math.min(shown + SHOWN, items.length);
    more.hidden = shown === items.length;
    more.textContent = `Show more (${items.length - shown} left)`;
  }
  add();
  return el("div", {}, list, more);
}

const row = ({index, email, outcome, reason, suggestion}, accept) => el("div", {role: "listitem"},
  el("span", {className: "number"}, String(index + 1)),
  el("span", {className: "grow"}, email === "" ? "(empty)" : email),
  state(outcome),
  reason === null ? null : el("span", {className: "muted"}, REASONS[reason]),
  suggestion === null ? null : accept === undefined ? chip(suggestion)
    : button(`Use ${suggestion}`, () => accept(index, suggestion), "small"));

export const preview = (request) => wait(request, ({subject, from, replyTo, text, html}) => [
  el("article", {className: "mail", "aria-label": "The mail as it would be"},
    el("h3", {}, subject),
    el("p", {className: "muted"}, `From ${from}`, ...(replyTo === null ? [] : [el("br"), `Answers to ${replyTo}`])),
    tabbed("The mail", {
      HTML: () => framed(`preview.html?${encodeURIComponent(html)}`),
      Text: () => el("pre", {tabIndex: 0, className: "text"}, text),
    }))]);

export const mailMe = (request) => wait(request, ({state: outcome, lastReply}) => [
  el("p", {className: "line"}, state(outcome), outcome === "sent"
    ? "It is in the inbox below, at the administrator’s address."
    : `The relay did not take it${lastReply === null ? "" : `, and replied ${lastReply}`}.`)]);
