/** A policy or a segment to choose. */
export type Choice<Id> = {
    id: Id;
    name: string;
};
/** Texts for fields of the form, each as one would type it. */
export type InvitationDraft = {
    addresses?: string;
    displayName?: string;
    emailText?: string;
    tags?: string;
};
/** One request to the API and its answer; the bearer token is left out. */
export type Exchange = {
    request: {
        method: string;
        url: string;
        headers: Record<string, string>;
        body: string | FormData | null;
    };
    /** `status` is 0 and `text` the reason if there was no answer. */
    answer: {
        status: number;
        headers: [string, string][];
        text: string;
        millis: number;
    };
};
/**
 * `<enrollment-campaigns>`: the bulk requests of an organization, the report of one, and the form for another one.
 *
 * Attributes: `organization`, the address of the organization; `lang`, one of the eight languages of the API, by default that of
 * the page; `interval`, the milliseconds between two requests in place of those that the API advises.
 *
 * Events bubble, and cross the borders of other components: `enrollment-selected` (`{id}`, null for the form),
 * `enrollment-invited` (`{id, total, success, fail}`), `enrollment-exchange` (an `Exchange`).
 */
export declare class EnrollmentCampaigns extends HTMLElement {
    #private;
    static readonly observedAttributes: string[];
    constructor();
    /** Tells the bearer token of the caller, before every request. Without it nothing is asked for. */
    get token(): (() => string | Promise<string>) | null;
    set token(token: (() => string | Promise<string>) | null);
    /** Policies to choose from; without any, there is no such field. */
    get policies(): readonly Choice<string>[];
    set policies(policies: readonly Choice<string>[]);
    /** Segments to choose from; without any, there is no such field. */
    get segments(): readonly Choice<number>[];
    set segments(segments: readonly Choice<number>[]);
    /** Id of the bulk request whose report is shown; null while the form is. */
    get selected(): string | null;
    set selected(id: string | null);
    /** Shows the form, and puts these texts into its fields; the others stay. */
    fill(draft: InvitationDraft): void;
    /** Asks for what is new, for a page that knows that something is. */
    refresh(): void;
    connectedCallback(): void;
    disconnectedCallback(): void;
    attributeChangedCallback(name: string, before: string | null, now: string | null): void;
}
declare global {
    interface HTMLElementTagNameMap {
        "enrollment-campaigns": EnrollmentCampaigns;
    }
}
