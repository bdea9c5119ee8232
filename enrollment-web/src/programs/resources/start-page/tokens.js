// The newest tokens of an organization, and what a device and an administrator can do to them.

import {request, send} from "./api.js";
import {button, el, find, link, state} from "./dom.js";
import {answerView, commandsView} from "./exchange.js";
import {organization} from "./campaigns.js";

const LIMIT = 6;
const WHEN = new Intl.DateTimeFormat("en", {dateStyle: "medium", timeStyle: "short"});

export async function look() {
  const answer = await send(request("GET", organization(), `?limit=${LIMIT}`));
  if (answer.status === 200) {
    const {items} = answer.json.data;
    find("tokens").replaceChildren(...items.map(row));
    find("no-tokens").hidden = items.length > 0;
  }
}

function row(token) {
  const live = token.enrollmentLink !== null;
  return el("div", {role: "listitem"},
    el("strong", {className: "grow"}, token.mdmUser.email),
    state(token.state),
    el("p", {className: "line whole"},
      el("span", {className: "muted grow"}, token.winDeviceId === null
        ? `until ${WHEN.format(new Date(token.expireAt))}` : `device ${token.winDeviceId}`),
      ...(live ? actions(token) : [])));
}

function actions({id, enrollmentLink}) {
  return [
    link("Page", enrollmentLink),
    button("Redeem", () => redeem(enrollmentLink), "small"),
    button("Mail a new link", () => perform(request("POST", organization(), `/${id}/resend`, {rotate: true})), "small"),
    button("Revoke", () => perform(request("DELETE", organization(), `/${id}`)), "small"),
  ];
}

export const newDevice = () => Array.from(crypto.getRandomValues(new Uint8Array(12)),
  (byte) => byte.toString(16).padStart(2, "0")).join("");

/** What the MDM's enrollment service does when a device shows the credential that ends a personal link. */
export function redeem(personalLink) {
  find("credential").value = personalLink.split("/").at(-1);
  find("device").scrollIntoView({block: "start"});
  return present("redeem");
}

function present(verb) {
  const token = find("credential").value;
  const device = verb === "redeem" ? {winDeviceId: find("device-id").value} : {};
  return perform(request("POST", organization(), `/${verb}`, {token, ...device}));
}

async function perform(asked) {
  find("device-answer").replaceChildren();
  const answer = await send(asked);
  find("device-answer").replaceChildren(answerView(answer),
    el("details", {}, el("summary", {}, "The same in a terminal"), commandsView([asked])));
  await look();
}

export function begin() {
  find("device-id").value = newDevice();
  find("new-device").onclick = () => (find("device-id").value = newDevice());
  find("verify").onclick = () => present("verify");
  find("device-form").addEventListener("submit", (event) => {
    event.preventDefault();
    present("redeem");
  });
}
