import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bulkForm, EnrollmentClient, EnrollmentError, intention } from "enrollment-client";
import { failure, serve } from "./server.mjs";

const TOKENS = "/v1/organizations/acme/mdm/windows/enterprise/enrollment-tokens";
const LATER = failure(5017, "Too many");
const client = (server, options = {}) =>
  new EnrollmentClient({ organization: server.organization, token: () => "a.b.c", ...options });
const people = { body: { sendEmail: true, userEmails: ["ana@acme.example"] } };

test("a call carries token, path, query and body, and tells data, tag and location", async (t) => {
  const location = `${TOKENS}/bulk/698f0c1be2a94d4f0a1b2c3d`;
  const server = await serve(t, { data: { total: 1 }, headers: { ETag: '"7"', "Content-Location": location } });

  const answer = await client(server).call("POST", "/bulk", people);
  await client(server).call("GET", "/bulk/{bulkId}", { path: { bulkId: "a/b" }, query: { limit: 0, state: ["DONE", "PENDING"] } });

  assert.deepEqual(answer, { data: { total: 1 }, etag: '"7"', location, replayed: false });
  const [post, get] = server.requests;
  assert.equal(post.url, `${TOKENS}/bulk`);
  assert.equal(post.headers.authorization, "Bearer a.b.c");
  assert.deepEqual(JSON.parse(post.body), people.body);
  assert.equal(get.url, `${TOKENS}/bulk/a%2Fb?limit=0&state=DONE&state=PENDING`);
  assert.equal(get.headers["idempotency-key"], undefined);
});

test("the token is asked for before every request", async (t) => {
  const server = await serve(t, { status: 503, headers: { "Retry-After": "0" }, json: failure(5002, "Busy") }, { data: {} });
  let asked = 0;

  await client(server, { token: async () => `token-${++asked}` }).call("GET", "/limits");

  assert.deepEqual(server.requests.map(({ headers }) => headers.authorization), ["Bearer token-1", "Bearer token-2"]);
});

test("one key is kept over lost connections and refusals for the moment", async (t) => {
  const server = await serve(t, { lost: true }, { status: 429, headers: { "Retry-After": "0" }, json: LATER },
    { status: 409, headers: { "Retry-After": "0" }, json: failure(5001, "In progress") },
    { data: { total: 1 }, headers: { "Idempotency-Replayed": "true" } });

  const answer = await client(server).call("POST", "/bulk", people);

  const keys = server.requests.map(({ headers }) => headers["idempotency-key"]);
  assert.equal(keys.length, 4);
  assert.equal(new Set(keys).size, 1);
  assert.match(keys[0], /^[0-9a-f-]{36}$/);
  assert.equal(answer.replayed, true);
});

test("an intention is one key, a call without one is an action of its own", async (t) => {
  const server = await serve(t, { data: {} });
  const key = intention();

  await client(server).call("POST", "/bulk", { ...people, key });
  await client(server).call("POST", "/bulk", { ...people, key });
  await client(server).call("POST", "/bulk", people);

  const [first, second, third] = server.requests.map(({ headers }) => headers["idempotency-key"]);
  assert.equal(first, key);
  assert.equal(second, key);
  assert.notEqual(third, key);
});

test("routes without a key are those that the description calls safe without one", async (t) => {
  const description = readFileSync(new URL("../../src/main/resources/META-INF/openapi.yaml", import.meta.url), "utf8");
  const root = "  /v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens";
  const server = await serve(t, { data: {} });
  for (const section of description.split(/\n(?=  \/)/).filter((part) => part.startsWith(root))) {
    const path = section.slice(root.length, section.indexOf(":\n"));
    for (const [, method, operation] of section.matchAll(/\n    (post|put|delete):\n((?:      .*\n|\n)*)/g)) {
      const sent = server.requests.length;
      await client(server).call(method.toUpperCase(), path, { path: { id: "1", bulkId: "1" } });
      assert.equal(server.requests[sent].headers["idempotency-key"] !== undefined,
        operation.includes("parameters/IdempotencyKey"), `${method} ${path}`);
    }
  }
  assert.ok(server.requests.length > 10);
});

for (const [form, value] of [["seconds", () => "1"], ["a date", () => new Date(Date.now() + 2_000).toUTCString()]]) {
  test(`Retry-After in ${form} is waited for`, async (t) => {
    const server = await serve(t, { status: 503, headers: { "Retry-After": value() }, json: failure(5002, "Busy") }, { data: {} });

    await client(server).call("GET", "/limits");

    const [first, second] = server.requests;
    assert.ok(second.at - first.at >= 900, `${second.at - first.at} ms`);
  });
}

test("a Retry-After beyond the patience is left to the caller", async (t) => {
  const server = await serve(t, { status: 429, headers: { "Retry-After": "3600" }, json: LATER });

  await assert.rejects(client(server).call("POST", "/bulk", people), (error) => {
    assert.ok(error instanceof EnrollmentError);
    assert.equal(error.retryAfter, 3_600_000);
    assert.equal(error.temporary, true);
    return true;
  });
  assert.equal(server.requests.length, 1);
});

test("no more than so many requests are made", async (t) => {
  const server = await serve(t, { status: 503, headers: { "Retry-After": "0" }, json: failure(5002, "Busy") });

  await assert.rejects(client(server, { tries: 3 }).call("GET", "/limits"), { status: 503, code: 5002 });

  assert.equal(server.requests.length, 3);
});

test("a lost connection is an error with status 0 in the end", async (t) => {
  const server = await serve(t, { lost: true });

  await assert.rejects(client(server, { tries: 1 }).call("GET", "/limits"), { status: 0, code: 0, temporary: true });
});

test("errors are told by field, and not repeated", async (t) => {
  const error = (path, message) => ({ path, message, type: "any.only", context: {} });
  const server = await serve(t, { status: 400, json: failure(5145, "Invalid", { errors: [
    error(["displayName"], "too long"), error(["userEmails", 3], "no text"), error(["userEmails", 3], "nothing"), error([], "broken")] }) });

  await assert.rejects(client(server).call("POST", "/bulk", people), (refused) => {
    assert.equal(refused.status, 400);
    assert.equal(refused.code, 5145);
    assert.equal(refused.temporary, false);
    assert.deepEqual([...refused.fields], [["displayName", ["too long"]], ["userEmails.3", ["no text", "nothing"]], ["", ["broken"]]]);
    return true;
  });
  assert.equal(server.requests.length, 1);
});

test("a page in place of JSON is an error of its status", async (t) => {
  const server = await serve(t, { status: 413, json: "<h1>Too large</h1>" });

  await assert.rejects(client(server).call("POST", "/bulk", people), { status: 413, code: 0, message: /^413/ });
});

test("a file is sent beside the settings", async (t) => {
  const server = await serve(t, { data: {} });

  await client(server).call("POST", "/bulk", { body: bulkForm({ sendEmail: true }, new File(["email\nana@acme.example\n"], "a.csv")) });

  const [{ headers, body }] = server.requests;
  assert.match(headers["content-type"], /^multipart\/form-data; boundary=/);
  assert.match(body, /name="settings".*\r\nContent-Type: application\/json\r\n\r\n\{"sendEmail":true}/s);
  assert.match(body, /name="recipients"; filename="a\.csv".*ana@acme\.example/s);
});

test("a watch sends the last tag, yields what has changed, and ends when nothing more can", async (t) => {
  const server = await serve(t, { data: { done: 1 }, headers: { ETag: '"1"' } }, { status: 304 },
    { status: 503, headers: { "Retry-After": "0" }, json: failure(5002, "Busy") }, { data: { done: 2 }, headers: { ETag: '"2"' } });
  const seen = [];

  for await (const { data } of client(server).watch("/bulk/{bulkId}",
    { path: { bulkId: "1" }, interval: ({ done }) => (done < 2 ? 0 : null) })) {
    seen.push(data.done);
  }

  assert.deepEqual(seen, [1, 2]);
  assert.deepEqual(server.requests.map(({ headers }) => headers["if-none-match"]), [undefined, '"1"', '"1"', '"1"']);
});

test("a watch ends when it is aborted, and throws what is refused", async (t) => {
  const server = await serve(t, { data: {} }, { status: 403, json: failure(4004, "Forbidden") });
  const controller = new AbortController();
  let seen = 0;
  for await (const _ of client(server).watch("/bulk", { interval: 60_000, signal: controller.signal })) {
    seen++;
    setImmediate(() => controller.abort());
  }
  assert.equal(seen, 1);

  await assert.rejects(client(server).watch("/bulk", {}).next(), { status: 403, code: 4004 });
});

test("an aborted call throws the reason, and sends nothing more", async (t) => {
  const server = await serve(t, { status: 503, headers: { "Retry-After": "30" }, json: failure(5002, "Busy") });
  const controller = new AbortController();
  const call = client(server).call("GET", "/limits", { signal: controller.signal });
  while (server.requests.length === 0) {
    await new Promise(setImmediate);
  }
  controller.abort(new Error("enough"));

  await assert.rejects(call, /enough/);
  assert.equal(server.requests.length, 1);
});

test("a token that cannot be had is no lost connection", async (t) => {
  const server = await serve(t, { data: {} });

  await assert.rejects(client(server, { token: () => Promise.reject(new Error("signed out")) }).call("GET", "/limits"), { status: 401 });

  assert.equal(server.requests.length, 0);
});
