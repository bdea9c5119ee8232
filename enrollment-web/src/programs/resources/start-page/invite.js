// The form for one bulk request.

import {pick} from "./addresses.js";
import {request, send, setting, upload} from "./api.js";
import * as before from "./before.js";
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

let file = null;

/** What the form says for all; what it leaves empty is absent. */
function settings() {
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
    ...given("sendAt", field.sendAt.value === "" ? "" : new Date(field.sendAt.value).toISOString()),
  };
}

const userEmails = () => pick(form().addresses.value).addresses;

const given = (name, value) => (value.length === 0 ? {} : {[name]: value});

/** One request about the people of the form, be they in the file or in the field. */
const about = (below, headers) => file === null
  ? request("POST", organization(), below, {...settings(), userEmails: userEmails()}, headers)
  : upload(organization(), below, settings(), file, headers);

const bulk = () => {
  const key = form().key.value;
  return about("/bulk", key === "" ? {} : {"Idempotency-Key": key});
};

/** A mail is shown to the first person of the field; of a file, to somebody with a name. */
const shown = (below) => request("POST", organization(), below, {...settings(), ...(file === null
  ? {userEmails: userEmails().slice(0, 100)}
  : {recipients: [{email: "recipient@example.com", name: "Robin Example"}]})});

/** Takes the suggestion in place of the address at this position, wherever it stands in the field. */
function accept(index, suggestion) {
  const field = form().addresses;
  const all = userEmails();
  all[index] = suggestion;
  field.value = all.join("\n");
  showInput();
  return before.check(about("/bulk/check"), accept);
}

function take(chosen) {
  file = chosen ?? null;
  find("chosen").hidden = file === null;
  find("file-name").textContent = file === null ? "" : `${file.name}, ${file.size.toLocaleString("en")} bytes`;
  form().addresses.disabled = file !== null;
  if (file === null) {
    find("file").value = "";
  }
  before.forget();
  showInput();
}

/** Everywhere on the card, so that a file that misses the field does not replace the page. */
function takeDrops() {
  const card = find("inviting");
  card.addEventListener("dragover", (event) => event.preventDefault());
  card.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
}

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
  const {addresses, others} = pick(file === null ? form().addresses.value : "");
  find("count").textContent = file !== null ? "those of the file" : `${addresses.length.toLocaleString("en")} ${addresses.length === 1 ? "address" : "addresses"}`;
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
  find("file").addEventListener("change", () => take(find("file").files[0]));
  find("no-file").onclick = () => take(null);
  find("check").onclick = () => before.check(about("/bulk/check"), file === null ? accept : undefined);
  find("preview").onclick = () => before.preview(shown("/bulk/preview"));
  find("mail-me").onclick = () => before.mailMe(shown("/bulk/test-mail"));
  takeDrops();
  find("invite-commands").addEventListener("toggle", showCommands);
  find("invite").addEventListener("submit", async (event) => {
    event.preventDefault();
    find("send").disabled = true;
    forget();
    before.forget();
    onSend();
    const answer = await send(bulk());
    find("send").disabled = false;
    find("invite-answer").replaceChildren(el("h3", {}, "The answer"), answerView(answer));
    onAnswer(answer);
  });
}
