// The form for one bulk request.

import {pick} from "./addresses.js";
import {request, send, setting} from "./api.js";
import {el, find} from "./dom.js";
import {answerView, commandsView} from "./exchange.js";

const EXAMPLE = {
  addresses: "Ana Ruiz <ana@acme.example>; Bob <bob@acme.example>\ncarla@acme.example\nBOB@acme.example\nnobody@home\n"
    + "refused@acme.example\nlater@acme.example",
  displayName: "Laptops for the Madrid office",
  emailText: "Please enroll before Monday.\nQuestions? Come by the IT desk.",
  tags: "madrid, laptop",
};

const form = () => find("invite").elements;
const MAX_OTHERS = 12;

const tags = (text) => text.split(",").map((part) => part.trim()).filter((part) => part !== "");

export const organization = () => form().organization.value;

/** What the form says; what it leaves empty is absent. */
function body() {
  const field = form();
  return {
    sendEmail: field.sendEmail.checked,
    ...given("displayName", field.displayName.value),
    ...given("tags", tags(field.tags.value)),
    ...given("duration", field.duration.value === "" ? "" : Number(field.duration.value)),
    ...given("language", field.language.value),
    ...given("emailText", field.emailText.value),
    ...given("winPolicyId", field.winPolicyId.value),
    ...given("segmentId", field.segmentId.value === "" ? "" : Number(field.segmentId.value)),
    userEmails: pick(field.addresses.value).addresses,
  };
}

const given = (name, value) => (value.length === 0 ? {} : {[name]: value});

const bulk = () => {
  const key = form().key.value;
  return request("POST", organization(), "/bulk", body(), key === "" ? {} : {"Idempotency-Key": key});
};

function choices(select, none, options) {
  select.replaceChildren(el("option", {value: ""}, none),
    ...options.map(({id, name}) => el("option", {value: id}, name)));
}

function chooseOrganization() {
  const chosen = setting.organizations.find(({slug}) => slug === organization());
  choices(form().winPolicyId, "None", chosen.windowsPolicies ?? []);
  choices(form().segmentId, "None", chosen.segments ?? []);
}

function fillIn(values) {
  Object.entries(values).forEach(([name, value]) => (form()[name].value = value));
  showInput();
}

const thousand = () =>
  Array.from({length: 1000}, (_, index) => `person${String(index + 1).padStart(4, "0")}@acme.example`).join("\n");

function showInput() {
  const {addresses, others} = pick(form().addresses.value);
  find("count").textContent = `${addresses.length.toLocaleString("en")} ${addresses.length === 1 ? "address" : "addresses"}`;
  find("others").hidden = others.length === 0;
  find("others").textContent = `Not sent, because there is no address in it: ${
    others.slice(0, MAX_OTHERS).map((other) => `“${other}”`).join(", ")}${
    others.length > MAX_OTHERS ? ` and ${(others.length - MAX_OTHERS).toLocaleString("en")} more` : ""}`;
  showCommands();
}

function showCommands() {
  if (find("invite-commands").open) {
    find("invite-lines").replaceChildren(commandsView([bulk()]));
  }
}

/** The answer belongs to the bulk that was asked for, and to no other one. */
export const forget = () => find("invite-answer").replaceChildren();

export function begin(onSend, onAnswer) {
  form().organization.append(...setting.organizations.map(({slug, name}) => el("option", {value: slug}, name)));
  chooseOrganization();
  form().organization.addEventListener("change", chooseOrganization);
  find("example").onclick = () => fillIn(EXAMPLE);
  find("thousand").onclick = () => fillIn({...EXAMPLE, addresses: thousand()});
  find("invite").addEventListener("input", showInput);
  find("invite-commands").addEventListener("toggle", showCommands);
  find("invite").addEventListener("submit", async (event) => {
    event.preventDefault();
    find("send").disabled = true;
    forget();
    onSend();
    const answer = await send(bulk());
    find("send").disabled = false;
    find("invite-answer").replaceChildren(el("h3", {}, "The answer"), answerView(answer));
    onAnswer(answer);
  });
}
