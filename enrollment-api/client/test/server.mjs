import { createServer } from "node:http";
import { once } from "node:events";

/**
 * A server on a free port, which answers the requests with these answers, one after the other, the last one again and again.
 *
 * @param answers status, headers and body of each; `lost: true` ends the connection in place of an answer
 */
export async function serve(context, ...answers) {
  const requests = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) {
      body += chunk;
    }
    const { status = 200, headers = {}, data, json, lost } = answers[Math.min(requests.length, answers.length - 1)];
    requests.push({ method: request.method, url: request.url, headers: request.headers, body, at: Date.now() });
    if (lost) {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(status === 304 ? undefined : JSON.stringify(json ?? { status: true, data }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { organization: `http://127.0.0.1:${server.address().port}/v1/organizations/acme`, requests };
}

export const failure = (code, message, data) => ({ status: false, error: { code, message, ...(data ? { data } : {}) } });
