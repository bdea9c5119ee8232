// Puts the parts together, and looks what is new as long as somebody looks at the page.

import {header, setting} from "./api.js";
import * as answers from "./answers.js";
import * as bulks from "./bulks.js";
import {el, find, link} from "./dom.js";
import * as inbox from "./inbox.js";
import * as invite from "./invite.js";
import * as report from "./report.js";
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
      const news = await Promise.all([bulks.look(), report.look(), inbox.look()]);
      if (news.includes(true)) {
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
invite.begin(async (answer) => {
  const path = header(answer, "content-location");
  if (answer.status === 200 && path !== undefined) {
    await report.follow(path.split("/").at(-1));
    await bulks.look();
  }
});
bulks.begin(report.follow);
report.begin(() => Promise.all([bulks.look(), tokens.look()]));
inbox.begin(tokens.redeem);
tokens.begin();
await answers.begin();
find("show-metrics").onclick = showMetrics;
find("invite").elements.organization.addEventListener("change", () => Promise.all([tokens.look(), bulks.look()]));
await tokens.look();
await watch();
