// Invites people, lists who got no token and why, and follows the mails until none is left to be sent.
import { EnrollmentClient, EnrollmentError, intention } from "enrollment-client";

/**
 * @param organization such as `https://mdm.example/v1/organizations/acme`
 * @param token tells the caller's bearer token, before every request
 */
export async function invite(organization: string, token: () => Promise<string>, userEmails: string[], signal?: AbortSignal) {
  const client = new EnrollmentClient({ organization, token });
  const body = { sendEmail: true, displayName: "Laptops for the Madrid office", userEmails };
  try {
    const { location } = await client.call("POST", "/bulk", { body, key: intention(), signal });
    if (location === null) {
      return; // nobody was asked for
    }
    const path = { bulkId: location.split("/").pop()! };

    const rejected = await client.call("GET", "/bulk/{bulkId}", { path, query: { outcome: ["invalid", "duplicate", "quota"] }, signal });
    for (const { email, outcome, suggestion } of rejected.data.items) {
      console.log(`${email}: ${outcome}${suggestion === null ? "" : `, perhaps ${suggestion}`}`);
    }

    const progress = client.watch("/bulk/{bulkId}", { path, query: { limit: 0 }, signal,
      interval: ({ mails }) => (mails.queued > 0 ? 2_000 : null) });
    for await (const { data: { mails } } of progress) {
      console.log(`${mails.sent} sent, ${mails.queued} waiting, ${mails.failed} failed`);
    }
  } catch (failure) {
    if (!(failure instanceof EnrollmentError)) {
      throw failure;
    }
    console.error(failure.message);
    failure.fields.forEach((messages, field) => console.error(`${field}: ${messages.join(", ")}`));
  }
}
