// The component, and beside it what is only for trying it out: the organization, examples, and its calls to the API.

import {setting} from "./api.js";
import {el, find} from "./dom.js";
import {answerView, commandsView} from "./exchange.js";

const EXAMPLE = {
  addresses: "Ana Ruiz <ana@acme.example>; Bob <bob@acme.example>\ncarla@acme.example\nBOB@acme.example\nnobody@home\n"
    + "refused@acme.example\nlater@acme.example",
  displayName: "Laptops for the Madrid office",
  emailText: "Please enroll before Monday.\nQuestions? Come by the IT desk.",
  tags: "madrid, laptop",
};

const campaigns = find("campaigns");
const questions = new Map();
let asked = 0;
let unchanged = 0;
let fresh = false;

export const organization = () => find("organization").value;

/** Whether any answer was news since the last question. */
export function news() {
  const was = fresh;
  fresh = false;
  return was;
}

function chooseOrganization() {
  const chosen = setting.organizations.find(({slug}) => slug === organization());
  campaigns.policies = chosen.windowsPolicies ?? [];
  campaigns.segments = chosen.segments ?? [];
  campaigns.setAttribute("organization", new URL(`v1/organizations/${chosen.slug}`, setting.api).href);
}

const thousand = () =>
  Array.from({length: 1000}, (_, index) => `person${String(index + 1).padStart(4, "0")}@acme.example`).join("\n");

/** A request of the component as the lines for a terminal want it, with the token that the component keeps to itself. */
async function sendable({method, url, headers, body}) {
  const Authorization = `Bearer ${setting.callers.administrator}`;
  return body instanceof FormData
    ? {method, url, headers: {Authorization, ...headers}, form: body, file: body.get("recipients").name,
      settings: JSON.parse(await body.get("settings").text())}
    : {method, url, headers: {Authorization, ...headers}, body: body ?? undefined};
}

async function showCall(request, answer) {
  const asked = await sendable(request);
  find("call").replaceChildren(answerView({...answer, json: parsed(answer.text)}),
    el("details", {}, el("summary", {}, "The same in a terminal"), commandsView([asked])));
}

/** A question of a kind takes the place of the last one of that kind; its tag does not make it another one. */
async function showQuestion(request, {status}) {
  asked++;
  unchanged += status === 304 ? 1 : 0;
  find("asked").textContent = `Asked ${asked} times; ${unchanged} times the answer was 304, nothing new.`;
  const kind = new URL(request.url).pathname.replace(/[0-9a-f]{24}$/, "");
  const known = questions.get(kind);
  if (known?.url !== request.url) {
    questions.set(kind, await sendable(request));
    showQuestions();
  }
}

function showQuestions() {
  if (find("questions").open) {
    find("question-lines").replaceChildren(commandsView([...questions.values()]));
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param onOrganization is called when another one has been chosen */
export function begin(onOrganization) {
  find("organization").append(...setting.organizations.map(({slug, name}) => el("option", {value: slug}, name)));
  campaigns.addEventListener("enrollment-exchange", ({detail: {request, answer}}) => {
    fresh ||= answer.status === 200;
    return request.method === "GET" ? showQuestion(request, answer) : showCall(request, answer);
  });
  campaigns.token = () => setting.callers.administrator;
  chooseOrganization();
  find("organization").addEventListener("change", () => {
    questions.clear();
    chooseOrganization();
    return onOrganization();
  });
  find("language").addEventListener("change", () => (campaigns.lang = find("language").value));
  find("example").onclick = () => campaigns.fill(EXAMPLE);
  find("thousand").onclick = () => campaigns.fill({...EXAMPLE, addresses: thousand()});
  find("questions").addEventListener("toggle", showQuestions);
}
