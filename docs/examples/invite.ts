// Invites people, lists who got no token and why, and mails those whom no mail has reached. `api.d.ts` is generated:
//   npx -p typescript@5.9.3 -p openapi-typescript@7.13.0 openapi-typescript https://mdm.example/openapi -o api.d.ts
import type { components } from "./api";

type Schemas = components["schemas"];

/** The failure envelope: what the API answers in place of data. */
export class Refused extends Error {
  constructor(readonly status: number, readonly error: Schemas["Error"]) {
    super(`${status}: ${error.code} ${error.message}`);
  }

  /** What is wrong with which field, for code 5145. */
  get fields(): string[] {
    const { data } = this.error;
    return data && "errors" in data ? data.errors.map((field) => `${field.path.join(".")}: ${field.message}`) : [];
  }
}

/** @param organization such as `https://mdm.example/v1/organizations/acme` */
export async function invite(organization: string, token: string, userEmails: string[]) {
  const bulks = `${organization}/mdm/windows/enterprise/enrollment-tokens/bulk`;

  async function call<Answer extends { data: unknown }>(path: string, init: RequestInit = {}) {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...init.headers };
    const response = await fetch(bulks + path, { ...init, headers });
    const body: { status: true; data: Answer["data"] } | Schemas["Failure"] = await response.json();
    if (!body.status) {
      throw new Refused(response.status, body.error);
    }
    return { data: body.data, location: response.headers.get("Content-Location") };
  }

  const request: Schemas["BulkEnrollmentRequest"] = { sendEmail: true, userEmails };
  const receipt = await call<Schemas["BulkEnrollmentAnswer"]>("", {
    method: "POST",
    headers: { "Idempotency-Key": crypto.randomUUID() }, // the same again for a retry of this request
    body: JSON.stringify(request),
  });
  const report = `/${receipt.location?.split("/").pop()}`;

  const rejected = await call<Schemas["BulkReportAnswer"]>(`${report}?outcome=invalid&outcome=duplicate&outcome=quota`);
  for (const { email, outcome } of rejected.data.items) {
    console.log(`${email}: ${outcome}`);
  }

  const resend: Schemas["BulkResendRequest"] = {};
  const resent = await call<Schemas["BulkResendAnswer"]>(`${report}/resend`, {
    method: "POST",
    headers: { "Idempotency-Key": crypto.randomUUID() },
    body: JSON.stringify(resend),
  });
  console.log(`${receipt.data.success} of ${receipt.data.total} invited, ${resent.data.queued} mailed again`);
}
