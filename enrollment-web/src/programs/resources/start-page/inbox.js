// The mails that the relay was given.

import {button, copyButton, el, find, link, tabbed} from "./dom.js";

const SHOWN = 200;

let newest = 0;
let open = null;

/** Asks for what is new; returns whether anything was. */
export async function look() {
  const answer = await fetch(`inbox/after/${newest}.json`);
  const mails = await answer.json();
  if (mails.length > 0) {
    newest = mails.at(-1).number;
    find("mails").prepend(...mails.reverse().map(entry));
    while (find("mails").children.length > SHOWN) {
      find("mails").lastElementChild.remove();
    }
    find("mail-count").textContent = `${newest} received${newest > SHOWN ? `, the newest ${SHOWN} shown` : ""}`;
    if (open === null) {
      await show(newest);
    }
  }
  return mails.length > 0;
}

function entry({number, to, subject}) {
  return el("li", {}, el("button", {type: "button", id: `mail-${number}`, onclick: () => show(number)},
    el("strong", {}, to), el("span", {}, subject)));
}

let redeem = () => {};

export function begin(onRedeem) {
  redeem = onRedeem;
}

async function show(number) {
  const answer = await fetch(`inbox/${number}.json`);
  const mail = await answer.json();
  find(`mail-${open}`)?.removeAttribute("aria-current");
  find(`mail-${number}`)?.setAttribute("aria-current", "true");
  open = number;
  find("mail").replaceChildren(
    el("header", {},
      el("h3", {}, mail.subject),
      el("p", {className: "muted"}, `From ${mail.from}`, el("br"), `To ${mail.to}`),
      ways(mail)),
    tabbed("The mail", {
      HTML: () => mail.html ? html(number) : el("p", {}, "It has no HTML part."),
      Text: () => el("pre", {tabIndex: 0, className: "text"}, mail.text),
      Headers: () => el("dl", {className: "headers wide"},
        ...mail.headers.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
      Source: () => source(number),
    }));
}

/** What can be done with the personal link, if the mail has one. */
function ways({text}) {
  const personal = text.match(/https?:\/\/\S+\/enroll\/[^\s<>"]+/)?.[0];
  return personal === undefined ? null : el("p", {className: "line"},
    link("Open its personal page", personal),
    button("Enroll a device with it", () => redeem(personal)));
}

/** Sandboxed here, and once more by the policy that the server sends with it. */
const html = (number) => el("iframe", {
  title: "The mail's HTML", sandbox: "allow-popups allow-popups-to-escape-sandbox", src: `inbox/${number}.html`});

function source(number) {
  const lines = el("pre", {tabIndex: 0});
  fetch(`inbox/${number}.eml`).then((answer) => answer.text()).then((text) => (lines.textContent = text));
  return el("div", {className: "lines"}, copyButton(() => lines.textContent), lines);
}
