// The mails that the relay took, the newest first, and one of them as its reader may see it.

import {button, copyButton, el, find, link, tabbed, toggles} from "./dom.js";

const TIME = new Intl.DateTimeFormat("en", {timeStyle: "medium"});
const DAY_AND_TIME = new Intl.DateTimeFormat("en", {dateStyle: "medium", timeStyle: "medium"});

let redeem = () => {};
let listed = "";
let open = null;
let width = innerWidth < 700 ? "phone" : "desktop";
let scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

export function begin(onRedeem) {
  redeem = onRedeem;
  find("mail-search").addEventListener("input", look);
}

/** Asks for what is new; returns whether anything was. */
export async function look() {
  const search = find("mail-search").value.trim();
  const answer = await fetch(`inbox?${encodeURIComponent(search)}`);
  const {received, found, mails} = await answer.json();
  const list = `${received} ${search}`;
  if (list === listed || search !== find("mail-search").value.trim()) {
    return false; // nothing new, or no longer what is searched for
  }
  listed = list;
  find("mail-count").textContent = count(received, found, mails.length, search);
  find("no-mails").hidden = mails.length > 0 || search === "";
  show(mails);
  if (open === null && mails.length > 0) {
    await read(mails[0].number);
  }
  return true;
}

function count(received, found, shown, search) {
  return (search === "" ? `${received.toLocaleString("en")} received` : `${found.toLocaleString("en")} found`)
    + (shown < found ? `, the newest ${shown} shown` : "");
}

/** Rows that stay are left alone, so that focus and scrolling stay with them. */
function show(mails) {
  const rows = mails.map((mail) => find(`mail-${mail.number}`)?.parentElement ?? entry(mail));
  [...find("mails").children].filter((row) => !rows.includes(row)).forEach((row) => row.remove());
  rows.forEach((row, index) => {
    if (find("mails").children[index] !== row) {
      find("mails").insertBefore(row, find("mails").children[index] ?? null);
    }
  });
}

function entry({number, to, subject, received}) {
  return el("li", {}, el("button", {type: "button", id: `mail-${number}`, onclick: () => read(number),
    ...(number === open ? {"aria-current": "true"} : {})},
    el("strong", {}, to), el("span", {}, subject), el("time", {dateTime: received}, TIME.format(new Date(received)))));
}

async function read(number) {
  const answer = await fetch(`inbox/${number}.json`);
  if (!answer.ok) {
    find("mail").replaceChildren(el("p", {className: "muted"}, "This mail is not kept any longer."));
    return;
  }
  const mail = await answer.json();
  find(`mail-${open}`)?.removeAttribute("aria-current");
  find(`mail-${number}`)?.setAttribute("aria-current", "true");
  open = number;
  find("mail").replaceChildren(
    el("header", {},
      el("h3", {}, mail.subject),
      el("p", {className: "muted"}, `From ${mail.from}`, el("br"), `To ${mail.to}`, el("br"),
        el("time", {dateTime: mail.received}, DAY_AND_TIME.format(new Date(mail.received)))),
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

/** HTML of a mail at some width. Sandboxed here, and once more by the policy that the server sends with it. */
function html(number) {
  const frame = el("iframe", {title: "The mail's HTML", sandbox: "allow-popups allow-popups-to-escape-sandbox",
    src: `inbox/${number}.html`});
  const dress = () => (frame.className = `${width} ${scheme}`);
  dress();
  return el("div", {},
    el("p", {className: "line"},
      toggles("Width", {phone: "Phone, 360", desktop: "Desktop"}, width, (chosen) => dress(width = chosen)),
      toggles("Colors", {light: "Light", dark: "Dark"}, scheme, (chosen) => dress(scheme = chosen))),
    el("div", {className: "desk", role: "group", "aria-label": "The mail at this width", tabIndex: 0}, frame));
}

function source(number) {
  const lines = el("pre", {tabIndex: 0});
  fetch(`inbox/${number}.eml`).then((answer) => answer.text()).then((text) => (lines.textContent = text));
  return el("div", {className: "lines"}, copyButton(() => lines.textContent), lines);
}
