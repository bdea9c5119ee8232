export interface paths {
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List tokens
         * @description One page of the organization's tokens.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.list`
         */
        get: operations["listEnrollmentTokens"];
        put?: never;
        /**
         * Issue a token to one user
         * @description Issues a token to a user of the MDM server, like a bulk request for this one recipient.
         *
         *     **Retries:** one new `Idempotency-Key` per action of a user, the same on every retry. Retry a lost connection, and
         *     409 with code 5001, 429 and 503 after the seconds in `Retry-After`; nothing else.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.create`
         */
        post: operations["createEnrollmentToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/limits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * Get limits, defaults and quota for a form
         * @description The configured bounds of requests, the defaults of fields that are left out, the languages, whether the
         *     organization's plan includes the feature, and its quota. Nothing is reserved: requests at the same time may use
         *     what is left.
         *
         *     **Polling:** not needed; ask when a form opens, with the last `ETag` in `If-None-Match`.
         *
         *     No permission is required of a caller who belongs to the organization.
         */
        get: operations["getEnrollmentTokenLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/audit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * Read the audit record
         * @description Who did what and when, newest first. An entry stands for one action, however many tokens it concerned, and names
         *     no invited person. Entries are kept for 730 days by default. As `application/x-ndjson` all that match come in one
         *     answer, one entry on each line.
         *
         *     **Polling:** not needed; `from` with the time of the newest entry read tells what has come since.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.audit`
         */
        get: operations["readAuditRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List webhooks
         * @description The receivers of the organization's events, as the MDM server names them, and how far each has received them.
         *     Webhooks that receive the events of all organizations are shown to callers who belong to all of them.
         *
         *     **Polling:** every 30 seconds.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.webhook`
         */
        get: operations["listWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /** @description Id of the webhook */
                webhookId: components["schemas"]["AnyCaseId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver events of a webhook again
         * @description Ends a pause of the webhook. With `from`, everything since then is delivered again, each event with the id that
         *     it had; without, the delivery goes on where it stopped. Events are kept for 14 days.
         *
         *     **Retries:** safe without a key. Retry a lost connection, and 503 after the seconds in `Retry-After`.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.webhook`
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /**
                 * @description Id of the token
                 * @example 698f0c1be2a94d4f0a1b2c3e
                 */
                id: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        /**
         * Get one token
         * @description **Polling:** with the last `ETag` in `If-None-Match`, every 5 seconds until `state` is no longer `PENDING`.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.get`
         */
        get: operations["getEnrollmentToken"];
        /**
         * Change one token
         * @description Changes the given settings of a pending token. The other tokens of the same bulk request keep theirs. With
         *     `duration` the token ends later, and an expired one is valid again; if the quota has no room for it, the answer
         *     is 400 with code 5017.
         *
         *     **Retries:** one new `Idempotency-Key` per action of a user, the same on every retry. Retry a lost connection, and
         *     409 with code 5001 and 503 after the seconds in `Retry-After`; nothing else.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.update`
         */
        put: operations["updateEnrollmentToken"];
        post?: never;
        /**
         * Revoke one token
         * @description Revokes the token: its link and code stop working at once. A revoked token stays visible, in lists with
         *     `show-deleted`. Revoking it again has no effect and the same response. A token with which a device was enrolled
         *     cannot be revoked.
         *
         *     **Retries:** one new `Idempotency-Key` per action of a user, the same on every retry. Retry a lost connection, and
         *     409 with code 5001 and 503 after the seconds in `Retry-After`; nothing else.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.delete`
         */
        delete: operations["revokeEnrollmentToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /**
                 * @description Id of the token
                 * @example 698f0c1be2a94d4f0a1b2c3e
                 */
                id: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend the mail of one token
         * @description Queues a mail with the personal link of the token, whatever the state of earlier mails and whatever `sendEmail`
         *     was. The expiry of the token does not change. One mail of a token is resent at most once in 60 seconds
         *     (configurable); the invitation itself does not count.
         *
         *     **Retries:** one new `Idempotency-Key` per action of a user, the same on every retry. Retry a lost connection, and
         *     409 with code 5001, 429 and 503 after the seconds in `Retry-After`; nothing else.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.resend`
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List bulk requests
         * @description One page of the organization's bulk requests with their counts. A request for a single token is not listed.
         *
         *     **Polling:** with the last `ETag` in `If-None-Match`, every 10 seconds while the list is in view.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.list`
         */
        get: operations["listBulks"];
        put?: never;
        /**
         * Issue one enrollment token per address
         * @description Issues a token for every deliverable address and, with `sendEmail`, mails every recipient the personal link. All
         *     tokens share the settings of the request. Addresses without a token count in `fail` and have a reason in the
         *     report: `invalid`, `duplicate` or `quota`. They are no error of the request, even if no token is issued at all.
         *
         *     An address that already holds a token gets another one; the earlier one remains valid.
         *
         *     Recipients are either `userEmails` or `recipients`, who may have a name, a language and settings of their own, or a
         *     CSV file in a form. With `sendAt`, tokens are issued now, and begin to work and are mailed then.
         *
         *     Check the request first with `bulk/check`, and look at its mail with `bulk/preview`.
         *
         *     **Retries:** one new `Idempotency-Key` per action of a user, the same on every retry. Retry a lost connection, and
         *     409 with code 5001, 429 and 503 after the seconds in `Retry-After`; nothing else.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.create`
         */
        post: operations["createEnrollmentTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/bulk/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a bulk request
         * @description Tells what the same request would do now, recipient by recipient, quota included, and refuses what it would
         *     refuse. Nothing is written, mailed or reserved.
         *
         *     **Retries:** safe without a key. Retry a lost connection, and 429 and 503 after the seconds in `Retry-After`.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.create`
         */
        post: operations["checkEnrollmentTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write the invitation of one recipient, to look at
         * @description Writes the mail that one recipient of the same bulk request would get: the one named by `recipient`, else the
         *     first with a valid address, else an example. Its link opens a page that says that it is a preview. Nothing is
         *     stored or mailed.
         *
         *     **Retries:** safe without a key. Retry a lost connection, and 503 after the seconds in `Retry-After`.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.create`
         */
        post: operations["previewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/bulk/test-mail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail the invitation of one recipient to yourself
         * @description Mails what `bulk/preview` shows to the address in the `email` claim of the caller's token, unless the claim
         *     `email_verified` is false; without an address the answer is 403. The answer comes when the relay has taken or
         *     refused the mail, or after 15 seconds; it is not tried again. A caller gets at most 10 within an hour, and they
         *     count as mails of the organization.
         *
         *     **Retries:** one new `Idempotency-Key` per action of a user, the same on every retry. Retry a lost connection, and
         *     409 with code 5001, 429 and 503 after the seconds in `Retry-After`; nothing else.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.create`
         */
        post: operations["sendTestMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/bulk/{bulkId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /** @description Id of the bulk request, the last segment of the `Content-Location` of its response */
                bulkId: components["parameters"]["BulkId"];
            };
            cookie?: never;
        };
        /**
         * Report the outcome per recipient
         * @description The shared settings, the counts and the recipients in request order: one page of them as JSON or, if `Accept`
         *     prefers `text/csv`, all of them as CSV. `page` and `limit` apply to JSON only, `separator` to CSV
         *     only, the filters to both. `limit=0` gives the counts without recipients, for polling: `totalDocs` is their
         *     number nevertheless, and the empty list is one page.
         *
         *     **Polling:** with `limit=0` and the last `ETag` in `If-None-Match`. Every 2 seconds while `mails.queued` is not 0
         *     and `paused` is false; once a minute while `mails.deferred` or `tokens.pending` is not 0, because deferred mails
         *     are retried and people enroll; then stop. Ask for recipients only when the counts have changed.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.list`
         */
        get: operations["getBulkReport"];
        /**
         * Give a bulk request more time, or pause or move its mail
         * @description With `duration`, every token that is neither used nor revoked can be redeemed until that many seconds from now,
         *     or until its present end if that is later. Expired tokens are valid again, in request order, as far as the
         *     organization's quota has room; those of erased recipients stay as they are. Reminders move with the end.
         *
         *     With `sendAt`, scheduled mails leave at another time; a time that has just passed means at once. The end
         *     of its tokens moves with it. When the mails have begun to leave, or were not scheduled, the answer is 409 with
         *     code 5004.
         *
         *     With `paused`, mails that have not been sent are held (`true`) or sent (`false`, within seconds), resends and
         *     reminders included. The tokens stay valid meanwhile. Messages already on their way, one for each worker at
         *     most, still arrive.
         *
         *     **Retries:** one new `Idempotency-Key` per action of a user, the same on every retry. Retry a lost connection, and
         *     409 with code 5001 and 503 after the seconds in `Retry-After`; nothing else.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.update`
         */
        put: operations["updateBulk"];
        post?: never;
        /**
         * Revoke the tokens of a bulk request
         * @description Revokes every token with which no device was enrolled, and abandons the mails that have not been sent. Messages
         *     already on their way, one for each worker at most, still arrive; their links no longer work. The report stays.
         *     Repeating it has no effect.
         *
         *     **Retries:** one new `Idempotency-Key` per action of a user, the same on every retry. Retry a lost connection, and
         *     409 with code 5001 and 503 after the seconds in `Retry-After`; nothing else.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.delete`
         */
        delete: operations["revokeBulk"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/bulk/{bulkId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /** @description Id of the bulk request, the last segment of the `Content-Location` of its response */
                bulkId: components["parameters"]["BulkId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail several recipients of a bulk request again
         * @description Queues a mail with the personal link for recipients whose token is pending. Without a body, or with `to` =
         *     `unreached`, they are those whose mail is `failed` or `notRequested`. With `to` = `notEnrolled`, they are those
         *     who have not enrolled any device of the organization since the bulk request, and whose mail is not about to be
         *     sent; their mail says that it is a reminder, and how much time is left. Who enrolls before it leaves does not
         *     get it. Other mails are left alone, so that a repeated call sends nothing twice, and so are those that were
         *     resent within the last 60 seconds (configurable). While the mails of the bulk request are scheduled for later, nobody can be
         *     mailed again: 409 with code 5003 and reason `notYet`.
         *
         *     **Retries:** one new `Idempotency-Key` per action of a user, the same on every retry. Retry a lost connection, and
         *     409 with code 5001 and 503 after the seconds in `Retry-After`; nothing else.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.resend`
         */
        post: operations["resendBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/erase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase the personal data of a recipient
         * @description Revokes the pending tokens of an address, cancels its unsent mails, and erases the address, the user id and the
         *     display name and mail text given to this person alone, in all tokens and reports of the organization. Display
         *     names, mail texts, tags and rejected strings that contain the address, in any case, are erased as a whole. Other
         *     settings shared with other recipients remain. A repeated call has no effect.
         *
         *     **Retries:** safe without a key. Retry a lost connection, and 503 after the seconds in `Retry-After`.
         *
         *     Personal data is also erased automatically some time after a token has ended, by default after 30 days.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.erase`
         */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/verify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up a redeemable token
         * @description Looks up the token without redeeming it.
         *
         *     **Retries:** safe without a key. Retry a lost connection, and 503 after the seconds in `Retry-After`; never 409,
         *     because each wrong code counts.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.redeem`
         */
        post: operations["verifyEnrollmentToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redeem a token for a device
         * @description Redeems the token, which enrolls one device, once: exactly one of several concurrent calls is answered with 200.
         *     A repeated call for the same device is answered with 200 again.
         *
         *     **Retries:** safe without a key, for the same `winDeviceId`. Retry a lost connection, and 503 after the seconds
         *     in `Retry-After`; never 409, because each wrong code counts.
         *
         *     **Required permission:** `mdm.windows.enrollmentToken.redeem`
         */
        post: operations["redeemEnrollmentToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enroll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Form for address and code
         * @description The page for recipients who cannot open their link on the device to enroll: they open this short address there
         *     and enter their own address and the code of the invitation. Needs no permission.
         */
        get: operations["showCodeForm"];
        put?: never;
        /**
         * Submission of address and code
         * @description Redirects to the personal link if the code is right. No other response reveals whether the address was invited:
         *     a wrong code and an address without an invitation are answered alike. Each client network may fail 60 times, and
         *     once more every ten seconds, on all nodes together.
         */
        post: operations["sendCodeForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enroll/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page behind the personal link
         * @description The page behind the link of an invitation, with a button that opens Windows enrollment and with instructions for
         *     manual enrollment. Opening it changes nothing. Needs no permission: the link is the secret. A damaged link, whose
         *     checksum is wrong, is not found and counts nothing; a link with a right checksum that opens nothing counts like
         *     a wrong code.
         */
        get: operations["openPersonalLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description 24 lower-case hexadecimal digits, ordered by time of creation
         * @example 698efa6ed851667d9c0aec88
         */
        Id: string;
        /** @description 24 hexadecimal digits in any case */
        AnyCaseId: string;
        /**
         * @description One line, without control characters (Cc), explicit bidirectional embeddings, overrides and isolates, and
         *     characters that could hide a text: zero-width spaces, invisible operators, annotations and tags. Joiners (U+200C,
         *     U+200D) and marks of direction are allowed.
         */
        Label: string;
        /**
         * Format: int64
         * @description Whole number that every JSON reader represents exactly
         */
        SafeInteger: number;
        /** Format: int32 */
        Count: number;
        /** Format: date-time */
        Timestamp: string;
        /** Format: date-time */
        TimestampOrNull: string | null;
        /** @enum {boolean} */
        Succeeded: true;
        /** Format: int32 */
        PageSize: number;
        /** Format: int32 */
        PageSizeOrNone: number;
        /** Format: int32 */
        PageNumber: number;
        /**
         * Format: int32
         * @description Null on the first page
         */
        PreviousPage: number | null;
        /**
         * Format: int32
         * @description Null on the last page
         */
        NextPage: number | null;
        /** @description Whether the personal links are mailed; otherwise the caller hands them out */
        SendEmail: boolean;
        /** @description Name of this enrollment, shown to the recipients; may be empty. No name by default. */
        DisplayName: components["schemas"]["Label"];
        /** @description Labels of this enrollment, in the given order. None by default. */
        Tags: components["schemas"]["Label"][];
        /** @description Lifetime of the tokens in seconds. One day (86400) by default. */
        Duration: components["schemas"]["DurationSeconds"];
        /**
         * Format: int32
         * @description Number of seconds; the bounds are configurable
         */
        DurationSeconds: number;
        /**
         * @description Language of mails and pages. By default that of the user if the MDM server knows the recipient, else that of the
         *     organization, else `en`.
         * @enum {string}
         */
        Language: "es" | "en" | "fr" | "de" | "it" | "zh" | "pt" | "ru";
        /**
         * @description Additional paragraph of the mail; may be empty. Line breaks and tabs are allowed, other control characters are
         *     not. U+2028 and U+2029 become line breaks. What changes the direction of the text or hides in it is left out of
         *     the mail. The maximum length is configurable. No paragraph by default.
         *
         *     These variables are filled in for each recipient: `{{name}}`, `{{email}}`, `{{organization}}`, `{{expires}}` (when
         *     the link ends) and `{{displayName}}`; `{{name|there}}` gives a text for recipients without one. Anything else in
         *     double braces is refused.
         */
        EmailText: string;
        /** @description Policy of the enrolled devices; empty for none. None by default. */
        WinPolicyId: string;
        /** @description Further policies, in the given order. None by default. */
        WinPolicyAssignments: components["schemas"]["PolicyAssignmentRequest"][];
        /** @description Policy, if any, and its priority */
        PolicyAssignmentRequest: {
            winPolicyId?: components["schemas"]["AnyCaseId"];
            priority: components["schemas"]["Priority"];
        };
        /** Format: int32 */
        Priority: number;
        /** @description Segment of the enrolled devices. None by default. */
        SegmentId: components["schemas"]["SafeInteger"];
        DisplayNameOrNull: string | null;
        /** @description As requested; null if each recipient's own language is used */
        LanguageOrNull: string | null;
        EmailTextOrNull: string | null;
        IdOrNull: string | null;
        /** Format: int64 */
        SegmentIdOrNull: number | null;
        /**
         * @description Settings of all tokens, and the recipients. Settings in an object `children`, beside `"type": "object"` and
         *     `userEmails`, are read, too; one in both places is refused.
         */
        BulkEnrollmentRequest: {
            sendEmail: components["schemas"]["SendEmail"];
            displayName?: components["schemas"]["DisplayName"];
            tags?: components["schemas"]["Tags"];
            duration?: components["schemas"]["Duration"];
            language?: components["schemas"]["Language"];
            emailText?: components["schemas"]["EmailText"];
            winPolicyId?: components["schemas"]["WinPolicyId"];
            winPolicyAssignments?: components["schemas"]["WinPolicyAssignments"];
            segmentId?: components["schemas"]["SegmentId"];
            onPending?: components["schemas"]["OnPending"];
            reminders?: components["schemas"]["Reminders"];
            sendAt?: components["schemas"]["SendAt"];
            userEmails?: components["schemas"]["UserEmails"];
            recipients?: components["schemas"]["Recipients"];
        } & (unknown | unknown);
        /** @description A bulk request, whose recipients may be none, and the recipient whose mail is asked for */
        PreviewRequest: {
            sendEmail: components["schemas"]["SendEmail"];
            displayName?: components["schemas"]["DisplayName"];
            tags?: components["schemas"]["Tags"];
            duration?: components["schemas"]["Duration"];
            language?: components["schemas"]["Language"];
            emailText?: components["schemas"]["EmailText"];
            winPolicyId?: components["schemas"]["WinPolicyId"];
            winPolicyAssignments?: components["schemas"]["WinPolicyAssignments"];
            segmentId?: components["schemas"]["SegmentId"];
            onPending?: components["schemas"]["OnPending"];
            reminders?: components["schemas"]["Reminders"];
            sendAt?: components["schemas"]["SendAt"];
            userEmails?: components["schemas"]["UserEmails"];
            recipients?: components["schemas"]["Recipients"];
            /** @description Recipient whose mail is asked for: a position in the request, from 0, or an address, which need not be in it */
            recipient?: components["schemas"]["Count"] | string;
        } & (unknown | unknown);
        /**
         * @description The same request with the recipients in a file. The file is read as spreadsheets write it: UTF-8, UTF-16 with a
         *     byte order mark, or the charset that its `Content-Type` names, such as windows-1252; separated by comma, semicolon
         *     or tab, which its first line tells; quoted as in RFC 4180. The first line names the columns, in any case and
         *     order: `email`, which is required, and the other fields of `Recipient`. An empty cell is a field that is not given,
         *     `tags` are separated by `|`, and so are `winPolicyAssignments`, each an id or `id:priority`. Unknown columns are
         *     refused, with a path such as `["recipients", "phone"]`; errors of a row tell its position, the column and the line.
         *     An address with something around it, such as `Ana <ana@acme.example>`, counts as the address that is suggested for
         *     it.
         */
        BulkEnrollmentForm: {
            settings: components["schemas"]["BulkFormSettings"];
            /**
             * Format: binary
             * @description CSV file
             * @example email,name,language
             *     ana@acme.example,Ana Pérez,es
             */
            recipients: string;
        };
        /** @description Settings of all tokens, as in a bulk request */
        BulkFormSettings: {
            sendEmail: components["schemas"]["SendEmail"];
            displayName?: components["schemas"]["DisplayName"];
            tags?: components["schemas"]["Tags"];
            duration?: components["schemas"]["Duration"];
            language?: components["schemas"]["Language"];
            emailText?: components["schemas"]["EmailText"];
            winPolicyId?: components["schemas"]["WinPolicyId"];
            winPolicyAssignments?: components["schemas"]["WinPolicyAssignments"];
            segmentId?: components["schemas"]["SegmentId"];
            onPending?: components["schemas"]["OnPending"];
            reminders?: components["schemas"]["Reminders"];
            sendAt?: components["schemas"]["SendAt"];
        };
        /** @description Recipients with particulars, in place of `userEmails`. The maximum number is configurable. */
        Recipients: components["schemas"]["Recipient"][];
        /** @description One recipient; what is given here wins over the setting of the same name for all */
        Recipient: {
            /** @description As in `userEmails` */
            email: string;
            /**
             * @description Name of the person, for the greeting and the address line of the mail; empty for none. Personal data: erased
             *     with the address.
             */
            name?: components["schemas"]["Label"];
            language?: components["schemas"]["Language"];
            displayName?: components["schemas"]["DisplayName"];
            tags?: components["schemas"]["Tags"];
            winPolicyId?: components["schemas"]["WinPolicyId"];
            winPolicyAssignments?: components["schemas"]["WinPolicyAssignments"];
            segmentId?: components["schemas"]["SegmentId"];
        };
        /**
         * Format: date-time
         * @description When the tokens begin to work and the mails leave, with an offset (RFC 3339), at most 30 days ahead; `duration`
         *     counts from then. A time up to five minutes ago means at once. Mails that have not left a day after their time,
         *     as after the restore of a backup, wait for a new time and are `overdue` until then. At once by default.
         */
        SendAt: string;
        /**
         * @description Reminders of those who have not enrolled any device of the organization since this request: seconds before their
         *     tokens end, distinct, each at least 900 and at most the duration less 900. An empty array means none. By default
         *     those of the configuration that fit into the duration, usually none. Without `sendEmail` nobody is reminded. A
         *     reminder within an hour after another mail of the token is left out.
         */
        Reminders: number[];
        /**
         * @description Recipients who hold a valid token of the organization already: `add` gives them another one, `skip` leaves them
         *     out with the outcome `pending`, `replace` gives them another one and revokes the earlier ones. Of concurrent
         *     requests with `skip` or `replace`, all but one find the token of the one before. `add` by default.
         * @enum {string}
         */
        OnPending: "add" | "skip" | "replace";
        /**
         * @description Recipients, each as one e-mail address without a display name. Strings that are not a deliverable e-mail
         *     address, and repeated addresses, get no token. White space, control and format characters (Unicode categories Z,
         *     Cc and Cf) around an address are ignored; within it they are not allowed. Its domain is a valid name of IDNA 2008
         *     whose last label is not a number. The maximum number is configurable.
         * @example [
         *       "ana@acme.example",
         *       "bob@acme.example"
         *     ]
         */
        UserEmails: string[];
        /** @description Settings of a bulk request, for one user of the MDM server */
        UserEnrollmentRequest: {
            sendEmail: components["schemas"]["SendEmail"];
            displayName?: components["schemas"]["DisplayName"];
            tags?: components["schemas"]["Tags"];
            duration?: components["schemas"]["Duration"];
            language?: components["schemas"]["Language"];
            emailText?: components["schemas"]["EmailText"];
            winPolicyId?: components["schemas"]["WinPolicyId"];
            winPolicyAssignments?: components["schemas"]["WinPolicyAssignments"];
            segmentId?: components["schemas"]["SegmentId"];
            mdmUserId: components["schemas"]["AnyCaseId"];
        };
        /** @description Absent settings remain unchanged, instead of taking their defaults */
        TokenChanges: {
            displayName?: components["schemas"]["DisplayName"];
            tags?: components["schemas"]["Tags"];
            winPolicyId?: components["schemas"]["WinPolicyId"];
            winPolicyAssignments?: components["schemas"]["WinPolicyAssignments"];
            segmentId?: components["schemas"]["SegmentId"];
            duration?: components["schemas"]["MoreTime"];
        };
        /**
         * @description Seconds from now until which the token can be redeemed; it never ends earlier than it would have. By default its
         *     end remains unchanged. An expired token accepts changes only together with it.
         */
        MoreTime: components["schemas"]["DurationSeconds"];
        /** @description What is absent remains unchanged */
        BulkChanges: {
            duration?: components["schemas"]["MoreTime"];
            /** @description Whether mails that have not been sent are held. Unchanged by default. */
            paused?: boolean;
            /**
             * Format: date-time
             * @description Another time for scheduled mails that have not begun to leave, as in a bulk request. Unchanged by
             *     default.
             */
            sendAt?: string;
        };
        ResendRequest: {
            rotate?: components["schemas"]["Rotate"];
        };
        BulkResendRequest: {
            /**
             * @description `unreached`: those whose mail failed or was not requested. `notEnrolled`: those who have not enrolled any
             *     device of the organization since the bulk request; they get a reminder. `unreached` by default.
             * @enum {string}
             */
            to?: "unreached" | "notEnrolled";
            rotate?: components["schemas"]["Rotate"];
            emailText?: components["schemas"]["MailingText"];
        };
        /** @description Extra paragraph of these mails, in place of that of the bulk request. The same by default. */
        MailingText: components["schemas"]["EmailText"];
        /**
         * @description Whether the mail carries a new link, which replaces all earlier links of the token at once. False by default:
         *     all mails of the token carry the same link.
         */
        Rotate: boolean;
        /** @description Either `token`, or `email` and `enrollCode` */
        VerificationRequest: {
            token?: components["schemas"]["LinkCredential"];
            email?: components["schemas"]["InvitedAddress"];
            enrollCode?: components["schemas"]["TypedEnrollCode"];
        };
        /** @description Either `token`, or `email` and `enrollCode`; and the device to enroll */
        RedemptionRequest: {
            token?: components["schemas"]["LinkCredential"];
            email?: components["schemas"]["InvitedAddress"];
            enrollCode?: components["schemas"]["TypedEnrollCode"];
            winDeviceId: components["schemas"]["AnyCaseId"];
        };
        /** @description Credential at the end of the personal link */
        LinkCredential: string;
        /** @description E-mail address of the recipient, in any equivalent spelling, white space around it ignored */
        InvitedAddress: string;
        /**
         * @description Enroll code of the invitation, in any case. Compatible characters count as the same (NFKC), and all characters but
         *     letters and digits are ignored. A string that cannot be a code is not a wrong try.
         */
        TypedEnrollCode: string;
        ErasureRequest: {
            /** @description E-mail address in any equivalent spelling, or a string that was rejected as an address */
            email: string;
        };
        BulkEnrollmentAnswer: {
            status: components["schemas"]["Succeeded"];
            data: {
                total: components["schemas"]["RequestedTokens"];
                success: components["schemas"]["IssuedTokens"];
                fail: components["schemas"]["RejectedAddresses"];
            };
        };
        /** @description Addresses in the request, the sum of `success` and `fail` */
        RequestedTokens: components["schemas"]["Count"];
        /** @description Tokens issued */
        IssuedTokens: components["schemas"]["Count"];
        /** @description Addresses without a token */
        RejectedAddresses: components["schemas"]["Count"];
        BulkCheckAnswer: {
            status: components["schemas"]["Succeeded"];
            data: {
                total: components["schemas"]["RequestedTokens"];
                /** @description Tokens that would be issued */
                success: components["schemas"]["Count"];
                fail: components["schemas"]["RejectedAddresses"];
                /** @description All recipients, in request order */
                items: components["schemas"]["CheckedRecipient"][];
            };
        };
        CheckedRecipient: {
            /** @description Position in the request, from 0 */
            index: components["schemas"]["Count"];
            /** @description Address as it would be mailed; the string as requested where no token would be issued */
            email: string;
            outcome: components["schemas"]["Outcome"];
            /**
             * @description What is wrong with an `invalid` address, the first that applies: `empty`, `tooLong`, `hiddenCharacter` (white
             *     space, or a character that nobody sees), `noAtSign`, `localPart` (before the `@`), `domain`. Null for others.
             */
            reason: string | null;
            suggestion: components["schemas"]["Suggestion"];
        };
        /**
         * @description Address that was most likely meant by an `invalid` string: the only one in it, without the name, quotation marks,
         *     brackets, `mailto:`, invisible characters or punctuation around it. Null for others, and where nobody can tell.
         */
        Suggestion: string | null;
        PreviewAnswer: {
            status: components["schemas"]["Succeeded"];
            data: {
                subject: string;
                /** @description Sender, with a display name if there is one */
                from: string;
                /** @description Whom an answer reaches; null for the sender */
                replyTo: string | null;
                /** @description Plain text, lines separated by line feeds */
                text: string;
                /** @description Whole HTML document. Show it in a sandbox. */
                html: string;
            };
        };
        TestMailAnswer: {
            status: components["schemas"]["Succeeded"];
            data: {
                /**
                 * @description `sent`: taken by the relay. `failed`: not taken, or not within 15 seconds.
                 * @enum {string}
                 */
                state: "sent" | "failed";
                /** @description Reply code of the relay (RFC 5321, section 4.2); null if there was none */
                lastReply: string | null;
            };
        };
        ResendAnswer: {
            status: components["schemas"]["Succeeded"];
            data: {
                id: components["schemas"]["Id"];
                mail: components["schemas"]["Mail"];
            };
        };
        BulkResendAnswer: {
            status: components["schemas"]["Succeeded"];
            data: {
                /** @description Tokens of the bulk request, the sum of `queued` and `skipped` */
                total: components["schemas"]["Count"];
                /** @description Mails queued by this call */
                queued: components["schemas"]["Count"];
                /** @description Tokens that need no mail, are no longer usable or were resent too recently */
                skipped: components["schemas"]["Count"];
                /** @description Tokens, of those in `skipped`, that were left out only because they were resent too recently */
                tooSoon: components["schemas"]["Count"];
            };
        };
        BulkUpdateAnswer: {
            status: components["schemas"]["Succeeded"];
            data: {
                /** @description Tokens of the bulk request, the sum of the other counts */
                total: components["schemas"]["Count"];
                /** @description Valid tokens that end later than before */
                extended: components["schemas"]["Count"];
                /** @description Expired tokens that are valid again */
                revived: components["schemas"]["Count"];
                /** @description Expired tokens for which the quota had no room */
                overQuota: components["schemas"]["Count"];
                /** @description All others */
                unchanged: components["schemas"]["Count"];
            };
        };
        BulkRevocationAnswer: {
            status: components["schemas"]["Succeeded"];
            data: {
                /** @description Tokens of the bulk request, the sum of `revoked` and `unchanged` */
                total: components["schemas"]["Count"];
                /** @description Tokens revoked by this call, expired ones included */
                revoked: components["schemas"]["Count"];
                /** @description Tokens with which a device was enrolled, or which had been revoked before */
                unchanged: components["schemas"]["Count"];
            };
        };
        ErasureAnswer: {
            status: components["schemas"]["Succeeded"];
            data: {
                /** @description Tokens of the person */
                tokens: components["schemas"]["Count"];
                /** @description Tokens that were pending and are revoked now */
                revoked: components["schemas"]["Count"];
                /** @description Rejected strings of bulk requests that are the address or contain it */
                rejections: components["schemas"]["Count"];
            };
        };
        EnrollmentTokenAnswer: {
            status: components["schemas"]["Succeeded"];
            data: components["schemas"]["EnrollmentToken"];
        };
        LimitsAnswer: {
            status: components["schemas"]["Succeeded"];
            data: components["schemas"]["RequestLimits"];
        };
        RequestLimits: {
            /** @description Bounds of requests; lengths in UTF-16 code units */
            limits: {
                /** @description Addresses in a bulk request */
                recipients: components["schemas"]["Count"];
                /**
                 * Format: int64
                 * @description Bytes of a bulk request
                 */
                bodyBytes: number;
                /** @description Length of the display name, and of each tag */
                displayName: components["schemas"]["Count"];
                /** @description Length of the name of a recipient */
                name: components["schemas"]["Count"];
                /** @description Number of tags */
                tags: components["schemas"]["Count"];
                /** @description Length of the text */
                emailText: components["schemas"]["Count"];
                /** @description Seconds */
                duration: components["schemas"]["Bounds"];
                /** @description Number of assignments */
                winPolicyAssignments: components["schemas"]["Count"];
                priority: components["schemas"]["Bounds"];
                /** @description Recipients in the requests of the organization within an hour */
                hourlyRecipients: components["schemas"]["Count"];
                /** @description Seconds between two resends of one mail; 0 for no limit */
                resendInterval: components["schemas"]["Count"];
                reminders: {
                    /** @description Reminders of a bulk request */
                    max: components["schemas"]["Count"];
                    /** @description Seconds from a reminder to the end of the tokens at least, and from the request to a reminder */
                    min: components["schemas"]["Count"];
                };
                /** @description Seconds until `sendAt` at most */
                sendAhead: components["schemas"]["Count"];
                /** @description Test mails to one caller within an hour */
                hourlyTestMails: components["schemas"]["Count"];
            };
            defaults: {
                /**
                 * Format: int64
                 * @description Seconds
                 */
                duration: number;
                /** @description Language of the organization, for recipients whose own is unknown */
                language: components["schemas"]["Language"];
            };
            languages: components["schemas"]["Language"][];
            /** @description Whether the plan of the organization includes the issuance of tokens */
            bulkEnrollment: boolean;
            /** @description Pending tokens */
            quota: {
                /**
                 * Format: int32
                 * @description How many there may be; null for no limit
                 */
                limit: number | null;
                used: components["schemas"]["Count"];
                /**
                 * Format: int32
                 * @description How many more there may be; null for no limit
                 */
                left: number | null;
            };
        };
        /** @description Smallest and largest accepted number */
        Bounds: {
            /** Format: int64 */
            min: number;
            /** Format: int64 */
            max: number;
        };
        TokenListAnswer: {
            status: components["schemas"]["Succeeded"];
            data: components["schemas"]["TokenList"];
        };
        AuditAnswer: {
            status: components["schemas"]["Succeeded"];
            data: components["schemas"]["AuditPage"];
        };
        /** @description A page of the audit record, newest entry first */
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** Format: int32 */
            limit: number;
            /** @description Value of `cursor` for the next page; null on the last one */
            next: string | null;
        };
        /** @description One action, however many tokens it concerned */
        AuditEntry: {
            id: components["schemas"]["Id"];
            /** Format: date-time */
            at: string;
            /** @description The `sub` of the caller's token; null for the MDM server itself, and for reminders that are due */
            actor: string | null;
            action: components["schemas"]["AuditAction"];
            /** @description Id of the bulk request; null for a token requested alone, and for tokens of several requests */
            bulkId: string | null;
            /** @description Id of the token; null unless the action concerned one alone */
            tokenId: string | null;
            /**
             * Format: int32
             * @description Number of tokens concerned
             */
            tokens: number;
            /** @description Id of the webhook; null unless the action concerned one */
            webhookId: string | null;
        };
        /** @enum {string} */
        AuditAction: "created" | "changed" | "extended" | "revoked" | "paused" | "resumed" | "scheduled" | "resent" | "reminded" | "redeemed" | "erased" | "webhookPaused" | "webhookReplayed";
        WebhookListAnswer: {
            status: components["schemas"]["Succeeded"];
            data: components["schemas"]["WebhookList"];
        };
        /** @description Webhooks that the caller may see */
        WebhookList: {
            items: components["schemas"]["Webhook"][];
        };
        WebhookAnswer: {
            status: components["schemas"]["Succeeded"];
            data: components["schemas"]["Webhook"];
        };
        /** @description Receiver of events, and how far it has received them */
        Webhook: {
            id: components["schemas"]["Id"];
            /** @description URL without user and query */
            url: string;
            /** @description Types of events that it receives */
            events: string[];
            /** @description Whether it receives the events of all organizations */
            shared: boolean;
            /**
             * @description A `failing` one is tried again; a `paused` one receives nothing until it is replayed
             * @enum {string}
             */
            state: "active" | "failing" | "paused";
            /**
             * Format: int32
             * @description Number of requests since the last one that it accepted
             */
            failures: number;
            /** Format: date-time */
            failingSince: string | null;
            /**
             * @description What was wrong with the last request: `status` other than 2xx, `gone` (410), `timeout`, `unreachable`,
             *     `addressRefused` (a private address), `badEndpoint` (URL or secret)
             */
            lastFailure: string | null;
            /** Format: int32 */
            lastStatus: number | null;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** Format: date-time */
            pausedAt: string | null;
            /**
             * Format: date-time
             * @description Time of the oldest event that it has not received
             */
            oldestEventAt: string | null;
        };
        BulkListAnswer: {
            status: components["schemas"]["Succeeded"];
            data: components["schemas"]["BulkList"];
        };
        BulkReportAnswer: {
            status: components["schemas"]["Succeeded"];
            data: components["schemas"]["BulkReport"];
        };
        /** @description Right to enroll one device, once */
        EnrollmentToken: {
            id: components["schemas"]["Id"];
            organizationId: components["schemas"]["Id"];
            /** @description Id of the bulk request; null if the token was requested alone */
            bulkId: string | null;
            winEnterpriseId: components["schemas"]["Id"];
            winDeviceId: components["schemas"]["IdOrNull"];
            mdmUser: {
                /** @description Id of the user; null if the MDM server does not know the address, or after erasure */
                id: string | null;
                email: components["schemas"]["RecipientAddress"];
            };
            displayName: components["schemas"]["DisplayNameOrNull"];
            tags: components["schemas"]["Tags"];
            winPolicyId: components["schemas"]["IdOrNull"];
            winPolicyAssignments: components["schemas"]["NamedPolicyAssignment"][];
            segmentId: components["schemas"]["SegmentIdOrNull"];
            sendEmail: boolean;
            emailText: components["schemas"]["EmailTextOrNull"];
            language: components["schemas"]["Language"];
            state: components["schemas"]["TokenState"];
            /** @enum {string} */
            type: "enrollment";
            /** @enum {string} */
            subType: "standard";
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description First instant at which the token is no longer usable
             */
            expireAt: string;
            enrolledAt: components["schemas"]["EnrolledAt"];
            summary: {
                expirationTimestamp: components["schemas"]["Timestamp"];
            };
            /**
             * @description Whether the code of a usable token is refused, because too many wrong codes were tried; its link works. A
             *     resend with `rotate` makes a new code.
             */
            codeLocked: boolean;
            mail: components["schemas"]["Mail"];
            enrollmentLink: components["schemas"]["EnrollmentLink"];
            enrollCode: components["schemas"]["EnrollCode"];
        };
        /**
         * Format: date-time
         * @description When a device was enrolled with the token; null before
         */
        EnrolledAt: string | null;
        NamedPolicyAssignment: {
            winPolicyId: components["schemas"]["IdOrNull"];
            /** @description The policy; null if the MDM server does not know it */
            winPolicy: {
                id: components["schemas"]["Id"];
                name: string;
            } | null;
            priority: components["schemas"]["Priority"];
        };
        /**
         * @description `PENDING`: usable. `DONE`: redeemed, a device was enrolled. `DELETED`: revoked. `EXPIRED`: not redeemed before
         *     `expireAt`.
         * @enum {string}
         */
        TokenState: "PENDING" | "DONE" | "DELETED" | "EXPIRED";
        /** @description Name as requested; null for none, without a token, and after erasure */
        RecipientName: string | null;
        /**
         * @description Address as it is mailed: the local part as requested, the domain in A-labels (RFC 5890). Where no token was
         *     issued, the string as requested, without white space, control and format characters around it. Null after erasure.
         */
        RecipientAddress: string | null;
        /**
         * Format: uri
         * @description Personal link, shown while the token is usable, to callers with the permission
         *     `mdm.windows.enrollmentToken.create`; else null
         */
        EnrollmentLink: string | null;
        /** @description Short code for typing, valid only together with the recipient's address; null where the personal link is null */
        EnrollCode: string | null;
        TokenList: {
            items: components["schemas"]["EnrollmentToken"][];
            totalDocs: components["schemas"]["ItemsOfAllPages"];
            limit: components["schemas"]["PageSize"];
            page: components["schemas"]["PageNumber"];
            totalPages: components["schemas"]["PageNumber"];
            hasPrevPage: boolean;
            hasNextPage: boolean;
            prevPage: components["schemas"]["PreviousPage"];
            nextPage: components["schemas"]["NextPage"];
        };
        BulkList: {
            items: components["schemas"]["BulkSummary"][];
            totalDocs: components["schemas"]["ItemsOfAllPages"];
            /** Format: int32 */
            limit: number;
            page: components["schemas"]["PageNumber"];
            totalPages: components["schemas"]["PageNumber"];
            hasPrevPage: boolean;
            hasNextPage: boolean;
            prevPage: components["schemas"]["PreviousPage"];
            nextPage: components["schemas"]["NextPage"];
        };
        /** @description One bulk request */
        BulkSummary: {
            id: components["schemas"]["Id"];
            createdAt: components["schemas"]["Timestamp"];
            createdBy: components["schemas"]["BulkCaller"];
            displayName: components["schemas"]["DisplayNameOrNull"];
            tags: components["schemas"]["Tags"];
            language: components["schemas"]["LanguageOrNull"];
            sendEmail: boolean;
            expireAt: components["schemas"]["BulkExpiry"];
            total: components["schemas"]["RequestedTokens"];
            success: components["schemas"]["IssuedTokens"];
            fail: components["schemas"]["RejectedAddresses"];
            mails: components["schemas"]["MailCounts"];
            tokens: components["schemas"]["TokenCounts"];
            paused: components["schemas"]["MailPaused"];
            sendAt: components["schemas"]["MailTime"];
            overdue: components["schemas"]["MailOverdue"];
        };
        /** @description `sub` claim of the caller who made the bulk request */
        BulkCaller: string;
        /**
         * Format: date-time
         * @description First instant at which its tokens are no longer usable, apart from tokens extended one by one
         */
        BulkExpiry: string;
        /**
         * Format: date-time
         * @description When its tokens begin to work and its mails leave; null if they did at once
         */
        MailTime: string | null;
        /** @description Whether its mails should have left more than a day ago and none has: they wait until `sendAt` is changed */
        MailOverdue: boolean;
        /** @description Whether its queued mails are held */
        MailPaused: boolean;
        BulkReport: {
            id: components["schemas"]["Id"];
            organizationId: components["schemas"]["Id"];
            createdAt: components["schemas"]["Timestamp"];
            createdBy: components["schemas"]["BulkCaller"];
            settings: components["schemas"]["BulkSettings"];
            expireAt: components["schemas"]["BulkExpiry"];
            paused: components["schemas"]["MailPaused"];
            sendAt: components["schemas"]["MailTime"];
            overdue: components["schemas"]["MailOverdue"];
            total: components["schemas"]["RequestedTokens"];
            success: components["schemas"]["IssuedTokens"];
            fail: components["schemas"]["RejectedAddresses"];
            mails: components["schemas"]["MailCounts"];
            tokens: components["schemas"]["TokenCounts"];
            /** @description The invitation, and in order the latest 999 mailings after it */
            mailings: components["schemas"]["Mailing"][];
            /** @description Recipients of this page */
            items: components["schemas"]["BulkReportItem"][];
            totalDocs: components["schemas"]["ItemsOfAllPages"];
            limit: components["schemas"]["PageSizeOrNone"];
            page: components["schemas"]["PageNumber"];
            totalPages: components["schemas"]["PageNumber"];
            hasPrevPage: boolean;
            hasNextPage: boolean;
            prevPage: components["schemas"]["PreviousPage"];
            nextPage: components["schemas"]["NextPage"];
        };
        /** @description Number of items on all pages together */
        ItemsOfAllPages: components["schemas"]["Count"];
        /** @description Settings shared by the tokens of a bulk request, with defaults applied */
        BulkSettings: {
            sendEmail: boolean;
            displayName: components["schemas"]["DisplayNameOrNull"];
            tags: components["schemas"]["Tags"];
            /**
             * Format: int64
             * @description Seconds
             */
            duration: number;
            language: components["schemas"]["LanguageOrNull"];
            emailText: components["schemas"]["EmailTextOrNull"];
            winPolicyId: components["schemas"]["IdOrNull"];
            winPolicyAssignments: components["schemas"]["PolicyAssignment"][];
            segmentId: components["schemas"]["SegmentIdOrNull"];
        };
        PolicyAssignment: {
            winPolicyId: components["schemas"]["IdOrNull"];
            priority: components["schemas"]["Priority"];
        };
        /** @description Mails of the whole bulk request by state */
        MailCounts: {
            queued: components["schemas"]["Count"];
            deferred: components["schemas"]["Count"];
            sent: components["schemas"]["Count"];
            failed: components["schemas"]["Count"];
            notRequested: components["schemas"]["Count"];
        };
        /** @description Tokens of the whole bulk request by state */
        TokenCounts: {
            pending: components["schemas"]["Count"];
            done: components["schemas"]["Count"];
            deleted: components["schemas"]["Count"];
            expired: components["schemas"]["Count"];
        };
        /** @description Mails that were requested together */
        Mailing: {
            /** @description 0 for the invitation */
            number: components["schemas"]["Count"];
            /**
             * @description `invitation`: requested with the tokens. `resend`: repeated on request. `reminder`: to those who have not
             *     enrolled.
             * @enum {string}
             */
            kind: "invitation" | "resend" | "reminder";
            createdAt: components["schemas"]["Timestamp"];
            /** @description Mails in it */
            total: components["schemas"]["Count"];
        };
        BulkReportItem: {
            /** @description Position in the request, from 0 */
            index: components["schemas"]["Count"];
            email: components["schemas"]["RecipientAddress"];
            name: components["schemas"]["RecipientName"];
            outcome: components["schemas"]["Outcome"];
            tokenId: components["schemas"]["IdOrNull"];
            /** @description State of the token as in `TokenState`; null if no token was issued */
            state: string | null;
            winDeviceId: components["schemas"]["IdOrNull"];
            enrolledAt: components["schemas"]["EnrolledAt"];
            enrollmentLink: components["schemas"]["EnrollmentLink"];
            enrollCode: components["schemas"]["EnrollCode"];
            mail: components["schemas"]["Mail"];
            suggestion: components["schemas"]["Suggestion"];
        };
        /**
         * @description `created`: token issued. `invalid`: not a deliverable e-mail address. `duplicate`: repeats an earlier address of
         *     the request. `pending`: holds a valid token already, and the request asked to skip such recipients. `quota`: the
         *     organization holds as many pending tokens as its plan allows.
         * @enum {string}
         */
        Outcome: "created" | "invalid" | "duplicate" | "pending" | "quota";
        /** @description Null if no token was issued */
        Mail: {
            state: components["schemas"]["MailState"];
            /**
             * @description Delivery attempts. A `failed` mail with 0 attempts was not handed to the relay: with a `lastReply`, because
             *     the relay gave this reply to an earlier invitation of the organization to the same address; without, because
             *     the link was no longer usable. A resend is attempted nevertheless.
             */
            attempts: components["schemas"]["Count"];
            /**
             * @description Last reply code of the relay (RFC 5321, section 4.2), possibly to an earlier invitation. Null after attempts:
             *     the connection was lost, so the relay may have delivered the mail.
             */
            lastReply: string | null;
            /**
             * Format: date-time
             * @description Time of the latest request to send this mail
             */
            queuedAt: string | null;
            sentAt: components["schemas"]["TimestampOrNull"];
            nextAttemptAt: components["schemas"]["TimestampOrNull"];
        } | null;
        /**
         * @description `queued`: not attempted yet. `deferred`: temporarily rejected by the relay, to be retried. `sent`: accepted by
         *     the relay. `failed`: given up. `notRequested`: `sendEmail` was false.
         * @enum {string}
         */
        MailState: "queued" | "deferred" | "sent" | "failed" | "notRequested";
        /** @description HTML page */
        Page: string;
        Failure: {
            /** @enum {boolean} */
            status: false;
            error: components["schemas"]["Error"];
        };
        Error: {
            /** Format: int32 */
            code: number;
            message: string;
            data?: components["schemas"]["ValidationErrors"] | components["schemas"]["NotUsable"];
        };
        NotUsable: {
            /**
             * @description `notYet`: before the `sendAt` of its bulk request. `expired`: past `expireAt`. `revoked`: revoked. `used`:
             *     redeemed. `replaced`: the link was replaced by a newer one. `unknown`: no such token.
             * @enum {string}
             */
            reason: "notYet" | "expired" | "revoked" | "used" | "replaced" | "unknown";
        };
        /** @description Errors of a request; they never contain the rejected value */
        ValidationErrors: {
            /** @description In document order; a syntax error is the last one */
            errors: components["schemas"]["ValidationError"][];
            /**
             * @description Present if there were more errors
             * @enum {boolean}
             */
            truncated?: true;
        };
        ValidationError: {
            /**
             * @description Location, from the outside in: keys, cut to 64 characters, and array positions, from 0. Empty for the whole
             *     body.
             * @example [
             *       "winPolicyAssignments",
             *       0,
             *       "priority"
             *     ]
             */
            path: (string | components["schemas"]["Count"])[];
            /**
             * @description Kind of error, for programs
             * @enum {string}
             */
            type: "any.only" | "any.required" | "array.base" | "array.max" | "array.unique" | "boolean.base" | "csv.encoding" | "csv.syntax" | "date.format" | "date.max" | "date.min" | "json.depth" | "json.encoding" | "json.syntax" | "multipart.syntax" | "number.base" | "number.integer" | "number.max" | "number.min" | "number.unsafe" | "object.base" | "object.duplicate" | "object.missing" | "object.unknown" | "object.xor" | "string.base" | "string.max" | "string.pattern.base";
            /** @description Explanation, for people */
            message: string;
            /**
             * @description The numbers and names of the explanation, for programs that write their own. Empty unless the type is one of
             *     those below, or the error stands in a file.
             */
            context: {
                /** @description Largest or smallest accepted number, length, number of items, or time (`*.max`, `*.min`) */
                limit?: number | string;
                /**
                 * Format: int32
                 * @description Line of the file, from 1 (errors of a CSV file)
                 */
                line?: number;
                /** @description Accepted constants (`any.only`) */
                valids?: string[];
            };
        };
    };
    responses: {
        /** @description The current state of the token */
        Token: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["NoStoreOrRevalidate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnrollmentTokenAnswer"];
            };
        };
        /** @description The current state of the token */
        ChangedToken: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["NoStoreOrRevalidate"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnrollmentTokenAnswer"];
            };
        };
        /** @description `If-None-Match` still matches */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Cache-Control": components["headers"]["NoStoreOrRevalidate"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description In this order of precedence: the organization's plan lacks the feature (5050); the body or `Idempotency-Key` is
         *     invalid (5145), with all errors in document order; a valid bulk request has too many recipients, or the quota of
         *     the organization leaves no token for the one user (5017)
         */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5050 | 5145 | 5017;
                    };
                };
            };
        };
        /** @description The body or a query parameter is invalid; all errors of the body in document order */
        ValidationFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5145;
                    };
                };
            };
        };
        /**
         * @description 4002: no bearer token, that is, no `Authorization` header, another scheme, or nothing after the scheme. 4004: a
         *     bearer token that is malformed, expired, not yet valid, or of another issuer, audience, key or algorithm, or
         *     whose `sub` is not 1 to 255 characters without control and bidirectional formatting characters.
         */
        Unauthorized: {
            headers: {
                /** @description Challenge (RFC 6750, section 3) */
                "WWW-Authenticate": "Bearer" | "Bearer error=\"invalid_token\"";
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 4002 | 4004;
                    };
                };
            };
        };
        /** @description The caller lacks the required permission or, for a test mail, an address */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 4003,
                 *         "message": "Forbidden - You are not allowed to perform this action"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 4003;
                    };
                };
            };
        };
        /**
         * @description 3001: the organization is unknown, is not one of the caller's or has no Windows enterprise, or it has no such
         *     token, bulk request, user, policy or segment. 1002: the API has no such path.
         */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 3001 | 1002;
                    };
                };
            };
        };
        /** @description The path does not support the method */
        MethodNotAllowed: {
            headers: {
                /**
                 * @description Supported methods
                 * @example POST, OPTIONS
                 */
                Allow: string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 1002,
                 *         "message": "Route not found"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 1002;
                    };
                };
            };
        };
        /**
         * @description The requests of the organization within the last hour hold as many recipients as is allowed, 1000000 by default,
         *     those without a token included. A replayed request does not count.
         */
        TooManyRecipients: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 5017,
                 *         "message": "Limit Exceeded"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5017;
                    };
                };
            };
        };
        /** @description The mail of this token was resent a moment ago. The link is not rotated. */
        ResentTooSoon: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 5017,
                 *         "message": "Limit Exceeded"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5017;
                    };
                };
            };
        };
        /** @description A request with the same `Idempotency-Key` is still in progress */
        IdempotencyConflict: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 5001,
                 *         "message": "Conflict"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5001;
                    };
                };
            };
        };
        /**
         * @description 5003: the token is no longer usable, for the given `reason`. 5001: a request with the same `Idempotency-Key` is
         *     still in progress.
         */
        TokenNotUsableOrInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfterIfInProgress"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5003 | 5001;
                    };
                };
            };
        };
        /** @description The token is no longer usable, for the given `reason` */
        TokenNotUsable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 5003,
                 *         "message": "Token not usable",
                 *         "data": {
                 *           "reason": "expired"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5003;
                    };
                };
            };
        };
        /**
         * @description 5004: the mails have begun to leave, or were not scheduled. 5001: another request with the same
         *     `Idempotency-Key` is still in progress.
         */
        AlreadySendingOrInProgress: {
            headers: {
                "Retry-After": components["headers"]["RetryAfterIfInProgress"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 5004,
                 *         "message": "Mails are already leaving"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5001 | 5004;
                    };
                };
            };
        };
        /** @description The caller got as many test mails within an hour as may be, or the organization sent as many mails as it may */
        TooManyTestMails: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 5017,
                 *         "message": "Limit Exceeded"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5017;
                    };
                };
            };
        };
        /** @description `If-Match` or `If-None-Match` does not hold, or is malformed */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 5002,
                 *         "message": "Precondition Failed"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5002;
                    };
                };
            };
        };
        /** @description The request body is, or declares to be, larger than 65536 bytes */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 5017,
                 *         "message": "Limit Exceeded"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5017;
                    };
                };
            };
        };
        /** @description The request body is, or declares to be, larger than 16777216 bytes */
        BulkTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 5017,
                 *         "message": "Limit Exceeded"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 5017;
                    };
                };
            };
        };
        /**
         * @description The `Content-Type` is missing or not `application/json`, its charset is not UTF-8 (or `UTF8`, in any case), or
         *     there is a `Content-Encoding`. Where a form is read as well: it has no boundary, or its file is not CSV.
         */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 3000,
                 *         "message": "Validation Error"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 3000;
                    };
                };
            };
        };
        /** @description The `Idempotency-Key` was used for another request within 24 hours (configurable) */
        IdempotencyKeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 3000,
                 *         "message": "Validation Error"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 3000;
                    };
                };
            };
        };
        /** @description Unexpected error */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": false,
                 *       "error": {
                 *         "code": 1000,
                 *         "message": "Internal error"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 1000;
                    };
                };
            };
        };
        /**
         * @description 1001: the limit of concurrent bulk requests, of the node or of the organization, is reached, or the
         *     organization's quota is being counted for another request. 3002: the database is unavailable. A repeated
         *     request may succeed.
         */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: 1001 | 3002;
                    };
                };
            };
        };
        /** @description The page for the recipient */
        UsablePage: {
            headers: {
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /**
         * @description Page: no such link, a link that does not work yet, the link of a preview, or no invitation with this address and
         *     code
         */
        UnknownPage: {
            headers: {
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description Page: the invitation was used, revoked or replaced, or has expired, and whom to contact */
        EndedPage: {
            headers: {
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description Redirection to the personal link */
        PersonalLink: {
            headers: {
                "Cache-Control": components["headers"]["NoStore"];
                /** @description The personal link, relative; a secret */
                Location: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Page: the request body is not a submission of the form, or has not arrived within 10 s */
        UnreadablePage: {
            headers: {
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description Page: too many wrong links or codes from the client's network */
        TooManyGuessesPage: {
            headers: {
                "Cache-Control": components["headers"]["NoStore"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description Page: temporarily unavailable */
        UnavailablePage: {
            headers: {
                "Cache-Control": components["headers"]["NoStore"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
    };
    parameters: {
        /**
         * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
         *     hexadecimal digits is always an id.
         * @example acme
         */
        OrganizationId: string;
        /**
         * @description Id of the token
         * @example 698f0c1be2a94d4f0a1b2c3e
         */
        TokenId: components["schemas"]["AnyCaseId"];
        /** @description Id of the bulk request, the last segment of the `Content-Location` of its response */
        BulkId: components["schemas"]["Id"];
        /** @description Page number, from 1 */
        Page: number;
        /**
         * @description `ETag` of an earlier response, several of them or `*`, answered with 304 if one still matches. A prefix `W/` and a
         *     suffix `-gzip` or `-br` within the quotation marks, which proxies add when they compress, are ignored. A
         *     malformed value is ignored.
         */
        IfNoneMatch: string;
        /**
         * @description `ETag` of the token as the caller knows it, several of them or `*`, answered with 412 if the token has changed
         *     since. A prefix `W/` and a suffix `-gzip` or `-br` within the quotation marks, which proxies add when they
         *     compress, are ignored. A malformed value matches nothing.
         */
        IfMatch: string;
        /**
         * @description Name of this request, chosen by the caller: 1 to 255 visible ASCII characters, bare or in quotation marks. If
         *     the same caller repeats the same request (method, path and body) for the same organization under the same key
         *     within 24 hours (configurable), the response with status 200 is repeated, nothing is created, changed or mailed,
         *     and `If-Match` is not evaluated. Other responses are not stored. Links and codes are not stored either: a
         *     repeated response about one token shows the token as it is now.
         */
        IdempotencyKey: string;
        /**
         * @description Language of the page. Without it, the page of a known token is in the recipient's language, any other page goes
         *     by `Accept-Language`.
         */
        PageLanguage: components["schemas"]["Language"];
        /** @description Preferred languages, for pages without a known token */
        AcceptLanguage: string;
    };
    requestBodies: never;
    headers: {
        /** @description Version of the representation; it names the content, not its bytes */
        ETag: string;
        /**
         * @description Name of the limit, its quota `q` and its window `w` in seconds (draft-ietf-httpapi-ratelimit-headers-10, section
         *     3)
         * @example "recipients";q=1000000;w=3600
         */
        RateLimitPolicy: string;
        /**
         * @description Name of the limit, what remains of it (`r`), and in how many seconds (`t`) the refused request has room (section
         *     4 of the same draft)
         * @example "recipients";r=0;t=1260
         */
        RateLimit: string;
        /** @description Present if this is the repeated response to an earlier request with the same key */
        IdempotencyReplayed: "true";
        /** @description Seconds after which a request may be repeated while another one with its key is in progress */
        RetryAfterIfInProgress: number;
        /** @description Seconds after which a repeated request may succeed */
        RetryAfter: number;
        /** @description `no-store`: the response contains personal data or a secret (RFC 9111, section 5.2.2.5) */
        NoStore: "no-store";
        /** @description `private, no-cache`: revalidate with the `ETag` */
        Revalidate: "private, no-cache";
        /** @description `no-store` if personal links are shown, `private, no-cache` otherwise: revalidate with the `ETag` */
        NoStoreOrRevalidate: "no-store" | "private, no-cache";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listEnrollmentTokens: {
        parameters: {
            query?: {
                /** @description Page number, from 1 */
                page?: components["parameters"]["Page"];
                /** @description Tokens per page */
                limit?: number & components["schemas"]["PageSize"];
                /** @description Sort field and direction, `:asc` unless given. Newest tokens first by default. */
                sort?: string;
                /** @description Only tokens of this bulk request */
                bulk?: components["schemas"]["AnyCaseId"];
                /** @description Only tokens of this user */
                "mdm-user"?: components["schemas"]["AnyCaseId"];
                /** @description Only tokens whose `winPolicyId` or one of whose `winPolicyAssignments` is this policy */
                "win-policy"?: components["schemas"]["AnyCaseId"];
                /** @description Whether revoked tokens are included. Without effect if `state` is given. */
                "show-deleted"?: boolean;
                /** @description Only tokens in this state; repeatable */
                state?: components["schemas"]["TokenState"][];
                /** @description Only tokens of this segment */
                segmentId?: components["schemas"]["SafeInteger"];
                /** @description Only tokens with one of these tags, compared exactly; repeatable */
                tag?: components["schemas"]["Label"][];
                /**
                 * @description Only tokens whose address or display name contains this text, case-insensitively. International domain names
                 *     are found in both forms.
                 */
                search?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tokens */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenListAnswer"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createEnrollmentToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of this request, chosen by the caller: 1 to 255 visible ASCII characters, bare or in quotation marks. If
                 *     the same caller repeats the same request (method, path and body) for the same organization under the same key
                 *     within 24 hours (configurable), the response with status 200 is repeated, nothing is created, changed or mailed,
                 *     and `If-Match` is not evaluated. Other responses are not stored. Links and codes are not stored either: a
                 *     repeated response about one token shows the token as it is now.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sendEmail": true,
                 *       "mdmUserId": "698efa6ed851667d9c0aec8b",
                 *       "displayName": "Laptops for the Madrid office"
                 *     }
                 */
                "application/json": components["schemas"]["UserEnrollmentRequest"];
            };
        };
        responses: {
            /** @description The token */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description Path of the token, without scheme and host (RFC 9110, section 8.7) */
                    "Content-Location"?: string;
                    "Cache-Control": components["headers"]["NoStoreOrRevalidate"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentTokenAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRecipients"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEnrollmentTokenLimits: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an earlier response, several of them or `*`, answered with 304 if one still matches. A prefix `W/` and a
                 *     suffix `-gzip` or `-br` within the quotation marks, which proxies add when they compress, are ignored. A
                 *     malformed value is ignored.
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Revalidate"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "limits": {
                     *           "recipients": 100000,
                     *           "bodyBytes": 16777216,
                     *           "displayName": 128,
                     *           "name": 128,
                     *           "tags": 64,
                     *           "emailText": 20000,
                     *           "duration": {
                     *             "min": 60,
                     *             "max": 2592000
                     *           },
                     *           "winPolicyAssignments": 100,
                     *           "priority": {
                     *             "min": 0,
                     *             "max": 10000
                     *           },
                     *           "hourlyRecipients": 1000000,
                     *           "resendInterval": 60,
                     *           "reminders": {
                     *             "max": 3,
                     *             "min": 900
                     *           },
                     *           "sendAhead": 2592000,
                     *           "hourlyTestMails": 10
                     *         },
                     *         "defaults": {
                     *           "duration": 86400,
                     *           "language": "es"
                     *         },
                     *         "languages": [
                     *           "es",
                     *           "en",
                     *           "fr",
                     *           "de",
                     *           "it",
                     *           "zh",
                     *           "pt",
                     *           "ru"
                     *         ],
                     *         "bulkEnrollment": true,
                     *         "quota": {
                     *           "limit": 5000,
                     *           "used": 1200,
                     *           "left": 3800
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["LimitsAnswer"];
                };
            };
            /** @description `If-None-Match` still matches */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Revalidate"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readAuditRecord: {
        parameters: {
            query?: {
                /** @description Only entries of this time or later */
                from?: string;
                /** @description Only entries before this time */
                to?: string;
                /** @description Only actions of this caller, by the `sub` of its token */
                actor?: string;
                /** @description Only these actions; may be repeated */
                action?: components["schemas"]["AuditAction"][];
                /** @description Only actions on this bulk request, or on one of its tokens */
                bulk?: components["schemas"]["AnyCaseId"];
                /** @description Only actions on this token alone */
                token?: components["schemas"]["AnyCaseId"];
                /** @description The value of `next` on the page before */
                cursor?: string;
                /** @description Entries per page */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries, or all of them as lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "id": "698f0c1be2a94d4f0a1b2c40",
                     *             "at": "2026-11-23T10:05:00Z",
                     *             "actor": "admin@acme.example",
                     *             "action": "extended",
                     *             "bulkId": "698f0c1be2a94d4f0a1b2c3d",
                     *             "tokenId": null,
                     *             "tokens": 200,
                     *             "webhookId": null
                     *           }
                     *         ],
                     *         "limit": 100,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AuditAnswer"];
                    /** @example {"id":"698f0c1be2a94d4f0a1b2c40","at":"2026-11-23T10:05:00Z","actor":"admin@acme.example","action":"extended","bulkId":"698f0c1be2a94d4f0a1b2c3d","tokenId":null,"tokens":200,"webhookId":null} */
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All webhooks, in the order of their ids */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "id": "698f0c1be2a94d4f0a1b2c41",
                     *             "url": "https://events.acme.example/enrollment",
                     *             "events": [
                     *               "mdm.windows.bulk.completed",
                     *               "mdm.windows.enrollmentToken.redeemed"
                     *             ],
                     *             "shared": false,
                     *             "state": "failing",
                     *             "failures": 3,
                     *             "failingSince": "2026-11-23T10:05:00Z",
                     *             "lastFailure": "status",
                     *             "lastStatus": 503,
                     *             "nextAttemptAt": "2026-11-23T10:07:35Z",
                     *             "pausedAt": null,
                     *             "oldestEventAt": "2026-11-23T10:04:59Z"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookListAnswer"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replayWebhook: {
        parameters: {
            query?: {
                /** @description The first event is the first one of this time or later */
                from?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /** @description Id of the webhook */
                webhookId: components["schemas"]["AnyCaseId"];
            };
            cookie?: never;
        };
        /** @description None is needed */
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The webhook as it is now */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "id": "698f0c1be2a94d4f0a1b2c41",
                     *         "url": "https://events.acme.example/enrollment",
                     *         "events": [
                     *           "mdm.windows.bulk.completed",
                     *           "mdm.windows.enrollmentToken.redeemed"
                     *         ],
                     *         "shared": false,
                     *         "state": "active",
                     *         "failures": 0,
                     *         "failingSince": null,
                     *         "lastFailure": null,
                     *         "lastStatus": null,
                     *         "nextAttemptAt": null,
                     *         "pausedAt": null,
                     *         "oldestEventAt": "2026-11-23T10:04:59Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEnrollmentToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an earlier response, several of them or `*`, answered with 304 if one still matches. A prefix `W/` and a
                 *     suffix `-gzip` or `-br` within the quotation marks, which proxies add when they compress, are ignored. A
                 *     malformed value is ignored.
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /**
                 * @description Id of the token
                 * @example 698f0c1be2a94d4f0a1b2c3e
                 */
                id: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Token"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateEnrollmentToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of this request, chosen by the caller: 1 to 255 visible ASCII characters, bare or in quotation marks. If
                 *     the same caller repeats the same request (method, path and body) for the same organization under the same key
                 *     within 24 hours (configurable), the response with status 200 is repeated, nothing is created, changed or mailed,
                 *     and `If-Match` is not evaluated. Other responses are not stored. Links and codes are not stored either: a
                 *     repeated response about one token shows the token as it is now.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `ETag` of the token as the caller knows it, several of them or `*`, answered with 412 if the token has changed
                 *     since. A prefix `W/` and a suffix `-gzip` or `-br` within the quotation marks, which proxies add when they
                 *     compress, are ignored. A malformed value matches nothing.
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /**
                 * @description Id of the token
                 * @example 698f0c1be2a94d4f0a1b2c3e
                 */
                id: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "displayName": "Laptops for the Lisbon office",
                 *       "tags": [
                 *         "lisbon"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TokenChanges"];
            };
        };
        responses: {
            200: components["responses"]["ChangedToken"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["TokenNotUsableOrInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeEnrollmentToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of this request, chosen by the caller: 1 to 255 visible ASCII characters, bare or in quotation marks. If
                 *     the same caller repeats the same request (method, path and body) for the same organization under the same key
                 *     within 24 hours (configurable), the response with status 200 is repeated, nothing is created, changed or mailed,
                 *     and `If-Match` is not evaluated. Other responses are not stored. Links and codes are not stored either: a
                 *     repeated response about one token shows the token as it is now.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `ETag` of the token as the caller knows it, several of them or `*`, answered with 412 if the token has changed
                 *     since. A prefix `W/` and a suffix `-gzip` or `-br` within the quotation marks, which proxies add when they
                 *     compress, are ignored. A malformed value matches nothing.
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /**
                 * @description Id of the token
                 * @example 698f0c1be2a94d4f0a1b2c3e
                 */
                id: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChangedToken"];
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["TokenNotUsableOrInProgress"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of this request, chosen by the caller: 1 to 255 visible ASCII characters, bare or in quotation marks. If
                 *     the same caller repeats the same request (method, path and body) for the same organization under the same key
                 *     within 24 hours (configurable), the response with status 200 is repeated, nothing is created, changed or mailed,
                 *     and `If-Match` is not evaluated. Other responses are not stored. Links and codes are not stored either: a
                 *     repeated response about one token shows the token as it is now.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /**
                 * @description Id of the token
                 * @example 698f0c1be2a94d4f0a1b2c3e
                 */
                id: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        /** @description Optional; without it, no `Content-Type` is needed either */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResendRequest"];
            };
        };
        responses: {
            /** @description The queued mail, as in the report */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "id": "698f0c1be2a94d4f0a1b2c3e",
                     *         "mail": {
                     *           "state": "queued",
                     *           "attempts": 0,
                     *           "lastReply": null,
                     *           "queuedAt": "2026-11-23T15:30:00Z",
                     *           "sentAt": null,
                     *           "nextAttemptAt": "2026-11-23T15:30:00Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ResendAnswer"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["TokenNotUsableOrInProgress"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["ResentTooSoon"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBulks: {
        parameters: {
            query?: {
                /** @description Page number, from 1 */
                page?: components["parameters"]["Page"];
                /** @description Bulk requests per page */
                limit?: number;
                /** @description Sort field and direction, `:asc` unless given. Newest requests first by default. */
                sort?: string;
                /** @description `live`: only requests with at least one token that is `PENDING`. `ended`: only the others. */
                state?: "live" | "ended";
                /** @description Only requests whose display name, or one of whose tags, contains this text, case-insensitively */
                search?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an earlier response, several of them or `*`, answered with 304 if one still matches. A prefix `W/` and a
                 *     suffix `-gzip` or `-br` within the quotation marks, which proxies add when they compress, are ignored. A
                 *     malformed value is ignored.
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bulk requests */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Revalidate"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "id": "698f0c1be2a94d4f0a1b2c3d",
                     *             "createdAt": "2026-11-23T10:00:00Z",
                     *             "createdBy": "admin@acme.example",
                     *             "displayName": "Laptops for the Madrid office",
                     *             "tags": [
                     *               "madrid"
                     *             ],
                     *             "language": "es",
                     *             "sendEmail": true,
                     *             "expireAt": "2026-11-24T10:00:00Z",
                     *             "total": 2,
                     *             "success": 1,
                     *             "fail": 1,
                     *             "mails": {
                     *               "queued": 0,
                     *               "deferred": 0,
                     *               "sent": 1,
                     *               "failed": 0,
                     *               "notRequested": 0
                     *             },
                     *             "tokens": {
                     *               "pending": 0,
                     *               "done": 1,
                     *               "deleted": 0,
                     *               "expired": 0
                     *             },
                     *             "paused": false,
                     *             "sendAt": null,
                     *             "overdue": false
                     *           }
                     *         ],
                     *         "totalDocs": 1,
                     *         "limit": 20,
                     *         "page": 1,
                     *         "totalPages": 1,
                     *         "hasPrevPage": false,
                     *         "hasNextPage": false,
                     *         "prevPage": null,
                     *         "nextPage": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BulkListAnswer"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createEnrollmentTokens: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of this request, chosen by the caller: 1 to 255 visible ASCII characters, bare or in quotation marks. If
                 *     the same caller repeats the same request (method, path and body) for the same organization under the same key
                 *     within 24 hours (configurable), the response with status 200 is repeated, nothing is created, changed or mailed,
                 *     and `If-Match` is not evaluated. Other responses are not stored. Links and codes are not stored either: a
                 *     repeated response about one token shows the token as it is now.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkEnrollmentRequest"];
                "multipart/form-data": components["schemas"]["BulkEnrollmentForm"];
            };
        };
        responses: {
            /** @description Counts of tokens. Mails that fail later do not change them. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    /**
                     * @description Path of the report, without scheme and host (RFC 9110, section 8.7). Absent if there were no recipients,
                     *     in which case nothing is created.
                     * @example /v1/organizations/acme/mdm/windows/enterprise/enrollment-tokens/bulk/698f0c1be2a94d4f0a1b2c3d
                     */
                    "Content-Location"?: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "total": 10,
                     *         "success": 9,
                     *         "fail": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BulkEnrollmentAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["BulkTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRecipients"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    checkEnrollmentTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sendEmail": true,
                 *       "userEmails": [
                 *         "ana@acme.example",
                 *         "Bob <bob@acme.example>"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BulkEnrollmentRequest"];
                "multipart/form-data": components["schemas"]["BulkEnrollmentForm"];
            };
        };
        responses: {
            /** @description Counts, and every recipient */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "total": 2,
                     *         "success": 1,
                     *         "fail": 1,
                     *         "items": [
                     *           {
                     *             "index": 0,
                     *             "email": "ana@acme.example",
                     *             "outcome": "created",
                     *             "reason": null,
                     *             "suggestion": null
                     *           },
                     *           {
                     *             "index": 1,
                     *             "email": "Bob <bob@acme.example>",
                     *             "outcome": "invalid",
                     *             "reason": "hiddenCharacter",
                     *             "suggestion": "bob@acme.example"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BulkCheckAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["BulkTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRecipients"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sendEmail": true,
                 *       "language": "es",
                 *       "emailText": "Dear {{name|colleague}}, please enroll by {{expires}}.",
                 *       "recipients": [
                 *         {
                 *           "email": "ana@acme.example",
                 *           "name": "Ana Pérez"
                 *         }
                 *       ],
                 *       "recipient": 0
                 *     }
                 */
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description The mail */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["BulkTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendTestMail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of this request, chosen by the caller: 1 to 255 visible ASCII characters, bare or in quotation marks. If
                 *     the same caller repeats the same request (method, path and body) for the same organization under the same key
                 *     within 24 hours (configurable), the response with status 200 is repeated, nothing is created, changed or mailed,
                 *     and `If-Match` is not evaluated. Other responses are not stored. Links and codes are not stored either: a
                 *     repeated response about one token shows the token as it is now.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sendEmail": true,
                 *       "emailText": "Please enroll before Monday.",
                 *       "userEmails": []
                 *     }
                 */
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description Outcome of the mail */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "state": "sent",
                     *         "lastReply": "250"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TestMailAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["BulkTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyTestMails"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBulkReport: {
        parameters: {
            query?: {
                /** @description Page number, from 1 */
                page?: components["parameters"]["Page"];
                /** @description Recipients per page; 0 for the counts alone */
                limit?: number & components["schemas"]["PageSizeOrNone"];
                /** @description Only recipients with this outcome; repeatable */
                outcome?: components["schemas"]["Outcome"][];
                /** @description Only recipients whose mail is in this state; repeatable */
                mail?: components["schemas"]["MailState"][];
                /** @description Only recipients whose token is in this state; repeatable */
                state?: components["schemas"]["TokenState"][];
                /**
                 * @description Only recipients whose address contains this text, case-insensitively, with a token or without. International
                 *     domain names are found in both forms.
                 */
                search?: string;
                /**
                 * @description Separator of the CSV. Without it a semicolon if the preferred language writes decimals with a comma, as its
                 *     spreadsheets expect; else a comma
                 */
                separator?: "comma" | "semicolon" | "tab";
            };
            header?: {
                /**
                 * @description Languages by preference (RFC 9110, section 12.5.4), for the separator of the CSV
                 * @example de-DE, en;q=0.7
                 */
                "Accept-Language"?: string;
                /**
                 * @description `ETag` of an earlier response, several of them or `*`, answered with 304 if one still matches. A prefix `W/` and a
                 *     suffix `-gzip` or `-br` within the quotation marks, which proxies add when they compress, are ignored. A
                 *     malformed value is ignored.
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /** @description Id of the bulk request, the last segment of the `Content-Location` of its response */
                bulkId: components["parameters"]["BulkId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description Request headers that select the representation
                     * @example Accept, Accept-Language, Origin
                     */
                    Vary?: string;
                    "Cache-Control": components["headers"]["NoStoreOrRevalidate"];
                    /**
                     * @description File name for browsers that save the CSV
                     * @example attachment; filename="698f0c1be2a94d4f0a1b2c3d.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "id": "698f0c1be2a94d4f0a1b2c3d",
                     *         "organizationId": "698efa6ed851667d9c0aec88",
                     *         "createdAt": "2026-11-23T10:00:00Z",
                     *         "createdBy": "admin@acme.example",
                     *         "settings": {
                     *           "sendEmail": true,
                     *           "displayName": "Laptops for the Madrid office",
                     *           "tags": [],
                     *           "duration": 86400,
                     *           "language": "es",
                     *           "emailText": "Please enroll before Monday.",
                     *           "winPolicyId": null,
                     *           "winPolicyAssignments": [],
                     *           "segmentId": null
                     *         },
                     *         "expireAt": "2026-11-24T10:00:00Z",
                     *         "paused": false,
                     *         "sendAt": null,
                     *         "overdue": false,
                     *         "total": 2,
                     *         "success": 1,
                     *         "fail": 1,
                     *         "mails": {
                     *           "queued": 0,
                     *           "deferred": 0,
                     *           "sent": 1,
                     *           "failed": 0,
                     *           "notRequested": 0
                     *         },
                     *         "tokens": {
                     *           "pending": 1,
                     *           "done": 0,
                     *           "deleted": 0,
                     *           "expired": 0
                     *         },
                     *         "mailings": [
                     *           {
                     *             "number": 0,
                     *             "kind": "invitation",
                     *             "createdAt": "2026-11-23T10:00:00Z",
                     *             "total": 1
                     *           }
                     *         ],
                     *         "items": [
                     *           {
                     *             "index": 0,
                     *             "email": "ana@acme.example",
                     *             "name": "Ana Pérez",
                     *             "outcome": "created",
                     *             "tokenId": "698f0c1be2a94d4f0a1b2c3e",
                     *             "state": "PENDING",
                     *             "winDeviceId": null,
                     *             "enrolledAt": null,
                     *             "enrollmentLink": "https://mdm.acme.example/enroll/a-personal-credential",
                     *             "enrollCode": "K7QFA-2M9XR",
                     *             "mail": {
                     *               "state": "sent",
                     *               "attempts": 1,
                     *               "lastReply": "250",
                     *               "queuedAt": "2026-11-23T10:00:00Z",
                     *               "sentAt": "2026-11-23T10:00:02Z",
                     *               "nextAttemptAt": null
                     *             },
                     *             "suggestion": null
                     *           },
                     *           {
                     *             "index": 1,
                     *             "email": "Bob <bob@acme.example>",
                     *             "name": null,
                     *             "outcome": "invalid",
                     *             "tokenId": null,
                     *             "state": null,
                     *             "winDeviceId": null,
                     *             "enrolledAt": null,
                     *             "enrollmentLink": null,
                     *             "enrollCode": null,
                     *             "mail": null,
                     *             "suggestion": "bob@acme.example"
                     *           }
                     *         ],
                     *         "totalDocs": 2,
                     *         "limit": 100,
                     *         "page": 1,
                     *         "totalPages": 1,
                     *         "hasPrevPage": false,
                     *         "hasNextPage": false,
                     *         "prevPage": null,
                     *         "nextPage": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BulkReportAnswer"];
                    /**
                     * @example index,email,outcome,tokenId,state,winDeviceId,enrolledAt,enrollmentLink,enrollCode,mail_state,mail_attempts,mail_lastReply,mail_queuedAt,mail_sentAt,mail_nextAttemptAt,name,suggestion
                     *     1,nobody,invalid,,,,,,,,,,,,,,
                     */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            412: components["responses"]["PreconditionFailed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateBulk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of this request, chosen by the caller: 1 to 255 visible ASCII characters, bare or in quotation marks. If
                 *     the same caller repeats the same request (method, path and body) for the same organization under the same key
                 *     within 24 hours (configurable), the response with status 200 is repeated, nothing is created, changed or mailed,
                 *     and `If-Match` is not evaluated. Other responses are not stored. Links and codes are not stored either: a
                 *     repeated response about one token shows the token as it is now.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /** @description Id of the bulk request, the last segment of the `Content-Location` of its response */
                bulkId: components["parameters"]["BulkId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "duration": 259200
                 *     }
                 */
                "application/json": components["schemas"]["BulkChanges"];
            };
        };
        responses: {
            /** @description Counts of tokens */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "total": 50,
                     *         "extended": 28,
                     *         "revived": 0,
                     *         "overQuota": 0,
                     *         "unchanged": 22
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BulkUpdateAnswer"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["AlreadySendingOrInProgress"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeBulk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of this request, chosen by the caller: 1 to 255 visible ASCII characters, bare or in quotation marks. If
                 *     the same caller repeats the same request (method, path and body) for the same organization under the same key
                 *     within 24 hours (configurable), the response with status 200 is repeated, nothing is created, changed or mailed,
                 *     and `If-Match` is not evaluated. Other responses are not stored. Links and codes are not stored either: a
                 *     repeated response about one token shows the token as it is now.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /** @description Id of the bulk request, the last segment of the `Content-Location` of its response */
                bulkId: components["parameters"]["BulkId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts of tokens */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "total": 50,
                     *         "revoked": 20,
                     *         "unchanged": 30
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BulkRevocationAnswer"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyConflict"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendBulk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Name of this request, chosen by the caller: 1 to 255 visible ASCII characters, bare or in quotation marks. If
                 *     the same caller repeats the same request (method, path and body) for the same organization under the same key
                 *     within 24 hours (configurable), the response with status 200 is repeated, nothing is created, changed or mailed,
                 *     and `If-Match` is not evaluated. Other responses are not stored. Links and codes are not stored either: a
                 *     repeated response about one token shows the token as it is now.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
                /** @description Id of the bulk request, the last segment of the `Content-Location` of its response */
                bulkId: components["parameters"]["BulkId"];
            };
            cookie?: never;
        };
        /** @description Optional; without it, no `Content-Type` is needed either */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BulkResendRequest"];
            };
        };
        responses: {
            /** @description Counts of tokens. The report shows the progress of the mails. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "total": 9,
                     *         "queued": 2,
                     *         "skipped": 7,
                     *         "tooSoon": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BulkResendAnswer"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["TokenNotUsableOrInProgress"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@acme.example"
                 *     }
                 */
                "application/json": components["schemas"]["ErasureRequest"];
            };
        };
        responses: {
            /** @description Counts of what was found */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": true,
                     *       "data": {
                     *         "tokens": 2,
                     *         "revoked": 1,
                     *         "rejections": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErasureAnswer"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyEnrollmentToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationRequest"];
            };
        };
        responses: {
            /** @description The token, which can be redeemed */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentTokenAnswer"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["TokenNotUsable"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    redeemEnrollmentToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id (24 hexadecimal digits in any case) or slug of the organization; both name the same one. A name of 24
                 *     hexadecimal digits is always an id.
                 * @example acme
                 */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedemptionRequest"];
            };
        };
        responses: {
            /** @description The redeemed token */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentTokenAnswer"];
                };
            };
            400: components["responses"]["ValidationFailed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["TokenNotUsable"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    showCodeForm: {
        parameters: {
            query?: {
                /**
                 * @description Language of the page. Without it, the page of a known token is in the recipient's language, any other page goes
                 *     by `Accept-Language`.
                 */
                lang?: components["parameters"]["PageLanguage"];
            };
            header?: {
                /** @description Preferred languages, for pages without a known token */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UsablePage"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
        };
    };
    sendCodeForm: {
        parameters: {
            query?: {
                /**
                 * @description Language of the page. Without it, the page of a known token is in the recipient's language, any other page goes
                 *     by `Accept-Language`.
                 */
                lang?: components["parameters"]["PageLanguage"];
            };
            header?: {
                /** @description Preferred languages, for pages without a known token */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4096 bytes of UTF-8 */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@acme.example",
                 *       "code": "K7QFA-2M9XR"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    email: components["schemas"]["InvitedAddress"];
                    code: components["schemas"]["TypedEnrollCode"];
                };
            };
        };
        responses: {
            303: components["responses"]["PersonalLink"];
            400: components["responses"]["UnreadablePage"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["UnknownPage"];
            408: components["responses"]["UnreadablePage"];
            410: components["responses"]["EndedPage"];
            413: components["responses"]["UnreadablePage"];
            415: components["responses"]["UnreadablePage"];
            429: components["responses"]["TooManyGuessesPage"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["UnavailablePage"];
        };
    };
    openPersonalLink: {
        parameters: {
            query?: {
                /**
                 * @description Language of the page. Without it, the page of a known token is in the recipient's language, any other page goes
                 *     by `Accept-Language`.
                 */
                lang?: components["parameters"]["PageLanguage"];
            };
            header?: {
                /** @description Preferred languages, for pages without a known token */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /**
                 * @description Credential at the end of the personal link. What follows it and is no letter or digit is ignored, because mail
                 *     programs append such characters.
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UsablePage"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["UnknownPage"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["EndedPage"];
            429: components["responses"]["TooManyGuessesPage"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["UnavailablePage"];
        };
    };
}
