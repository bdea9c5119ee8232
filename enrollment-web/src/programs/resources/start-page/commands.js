// A request as lines to paste into a terminal.

const sh = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
const ps = (text) => `'${text.replaceAll("'", "''")}'`;

export function curl(request) {
  const lines = [`curl -i -X ${request.method} ${sh(request.url)}`];
  for (const [name, value] of Object.entries(request.headers)) {
    lines.push(`-H ${sh(`${name}: ${value}`)}`);
  }
  if (request.then !== undefined) {
    lines.push("--data-binary @-");
    return `{ printf %s ${sh(request.body)}; yes ${sh(request.then)} | head -n ${request.times} | tr -d '\\n'; `
      + `printf %s ${sh(request.end)}; } |\n  ${lines.join(" \\\n  ")}`;
  }
  if (request.form !== undefined) {
    lines.push(`-F ${sh(`settings=${JSON.stringify(request.settings)};type=application/json`)}`,
      `-F ${sh(`recipients=@${request.file};type=text/csv`)}`);
  }
  if (request.body !== undefined) {
    lines.push(`--data-binary ${sh(request.body)}`);
  }
  return lines.join(" \\\n  ");
}

/** For Windows PowerShell 5.1 and PowerShell 7, which both take an answer of 400 and more for an exception. */
export function powershell(request) {
  const {"Content-Type": type, ...headers} = request.headers;
  const pairs = Object.entries(headers).map(([name, value]) => `${ps(name)} = ${ps(value)}`);
  const parts = [`Invoke-WebRequest -UseBasicParsing -Method ${request.method}`, `-Uri ${ps(request.url)}`];
  if (pairs.length > 0) {
    parts.push(`-Headers @{ ${pairs.join("; ")} }`);
  }
  if (request.form !== undefined) { // PowerShell 5.1 has no forms
    return `# Windows has curl.exe, too\n${curl(request).replaceAll(" \\\n", " `\n").replace(/^curl /, "curl.exe ")}`;
  }
  if (request.body !== undefined) {
    parts.push(`-ContentType ${ps(`${type}; charset=utf-8`)}`, `-Body ${body(request)}`);
  }
  return `try {\n  ${parts.join(" \`\n    ")}\n} catch {\n  $_.Exception.Message\n  $_.ErrorDetails.Message\n}`;
}

const body = (request) => request.then === undefined
  ? ps(request.body)
  : `(${ps(request.body)} + ${ps(request.then)} * ${request.times} + ${ps(request.end)})`;
