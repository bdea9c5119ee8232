// What the page asks the API, from another origin than the API's own, as an administrator's web UI does.

const response = await fetch("setting");
export const setting = await response.json();

const tokensOf = (organization) => `v1/organizations/${organization}/mdm/windows/enterprise/enrollment-tokens`;

/** A request of the administrator, ready to be sent or shown; `below` continues the path of an organization's tokens. */
export function request(method, organization, below, body, headers = {}) {
  const type = body === undefined ? {} : {"Content-Type": "application/json"};
  return {
    method,
    url: new URL(tokensOf(organization) + below, setting.api).href,
    headers: {Authorization: `Bearer ${setting.callers.administrator}`, ...type, ...headers},
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** The body that really goes over the wire: `then` stands in it so many times. */
const wholeBody = ({body, then, times, end}) => then === undefined ? body : body + then.repeat(times) + end;

/** The server's answer, a failure of the API's included; a server that is away answers with status 0. */
export async function send(request) {
  const start = performance.now();
  try {
    const {method, url, headers} = request;
    const answer = await fetch(url, {method, headers, body: wholeBody(request), cache: "no-store"});
    const text = await answer.text();
    return {status: answer.status, headers: [...answer.headers], text, json: parsed(text), millis: since(start)};
  } catch (failure) {
    return {status: 0, headers: [], text: `No answer: ${failure.message}`, json: null, millis: since(start)};
  }
}

const since = (start) => Math.round(performance.now() - start);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
