// Puts the parts together, and looks what is new as long as somebody looks at the page.

import {setting} from "./api.js";
import * as answers from "./answers.js";
import * as campaigns from "./campaigns.js";
import {copyButton, el, find, link} from "./dom.js";
import * as inbox from "./inbox.js";
import * as tokens from "./tokens.js";

const PAUSE = 800;
const HEALTH_EVERY = 8;

async function showHealth() {
  const lamp = find("health");
  try {
    const {status} = await (await fetch("health")).json();
    lamp.textContent = status === "UP" ? "Healthy" : "Not healthy";
    lamp.className = status === "UP" ? "chip good" : "chip bad";
  } catch {
    lamp.textContent = "Stopped";
    lamp.className = "chip bad";
  }
}

async function showMetrics() {
  const text = await (await fetch("metrics")).text();
  const own = text.split("\n").filter((line) => /enrollment|invitation/i.test(line) && !line.startsWith("#"));
  find("metrics").textContent = own.length > 0 ? own.join("\n") : text;
  find("metrics").hidden = false;
}

const CALLERS = {
  administrator: "may do everything",
  visitor: "may do nothing, and is answered 403",
  stranger: "belongs to another organization, and is answered 404",
};

function showCallers() {
  find("callers").append(...Object.entries(CALLERS).map(([name, words]) => el("div", {role: "listitem"},
    el("strong", {}, name), el("span", {className: "muted grow"}, words),
    copyButton(() => setting.callers[name], `Copy the ${name}’s token`))));
}

function showPlaces() {
  find("places").append(...Object.entries(setting.places).flatMap(([what, where]) => [
    el("dt", {}, what), el("dd", {}, where.startsWith("http") ? link(where, where) : where)]));
  for (const anchor of document.querySelectorAll("a[data-path]")) {
    anchor.href = new URL(anchor.dataset.path, setting.api).href;
  }
}

async function watch(round = 0) {
  if (!document.hidden) {
    try {
      if ((await inbox.look()) || campaigns.news()) {
        await tokens.look();
      }
    } catch {
      // the server has stopped, which the lamp will say
    }
    if (round % HEALTH_EVERY === 0) {
      await showHealth();
    }
  }
  setTimeout(() => watch(round + 1), PAUSE);
}

showPlaces();
showCallers();
campaigns.begin(tokens.look);
inbox.begin(tokens.redeem);
tokens.begin();
await answers.begin();
find("show-metrics").onclick = showMetrics;
await tokens.look();
await watch();
