import type { components, paths } from "./api.js";
type Root = "/v1/organizations/{organizationId}/mdm/windows/enterprise/enrollment-tokens";
type Below<Path> = Path extends `${Root}${infer Rest}` ? Rest : never;
type Upper = {
    GET: "get";
    POST: "post";
    PUT: "put";
    DELETE: "delete";
};
type Operations<Path extends TokenPath> = paths[`${Root}${Path}` & keyof paths];
type Operation<Method extends keyof Upper, Path extends TokenPath> = Operations<Path>[Upper[Method] & keyof Operations<Path>];
type At<Value, Key extends PropertyKey> = Value extends {
    [key in Key]?: infer Found;
} ? NonNullable<Found> : never;
type Json<Value> = At<At<Value, "content">, "application/json">;
type PathParameters<Path extends TokenPath> = Omit<At<At<Operations<Path>, "parameters">, "path">, "organizationId">;
/** Objects of the API by the names that `openapi.yaml` gives them, such as `Schemas["BulkReport"]`. */
export type Schemas = components["schemas"];
/** Paths below those of an organization's tokens, such as `/bulk/{bulkId}`; the tokens themselves are the empty one. */
export type TokenPath = Below<keyof paths>;
/** `data` of the answer to a call. */
export type Data<Method extends keyof Upper, Path extends TokenPath> = At<Json<At<At<Operation<Method, Path>, "responses">, 200>>, "data">;
/** Input of a call, beside its method and path. */
export type Input<Method extends keyof Upper, Path extends TokenPath> = {
    query?: At<At<Operation<Method, Path>, "parameters">, "query">;
    /** JSON, or a form as `bulkForm` makes it. */
    body?: Json<At<Operation<Method, Path>, "requestBody">> | FormData;
    /** `Idempotency-Key` of the action, see `intention`. By default each call is an action of its own. */
    key?: string;
    /** Entity tag that the object must still have, for `PUT` and `DELETE` of a token. */
    ifMatch?: string;
    signal?: AbortSignal;
} & (keyof PathParameters<Path> extends never ? {
    path?: undefined;
} : {
    path: PathParameters<Path>;
});
export type Answer<Value> = {
    data: Value;
    etag: string | null;
    /** Path of the object that was created, without scheme and host. */
    location: string | null;
    /** Whether an earlier request with the same key was carried out, and this is its answer again. */
    replayed: boolean;
};
export type Options = {
    /** Address of the organization, such as `https://mdm.example/v1/organizations/acme`. */
    organization: string;
    /** Bearer token of the caller, asked for before every request. */
    token: () => string | Promise<string>;
    /** By default that of the browser or of Node. */
    fetch?: typeof fetch;
    /** Largest number of requests for one call; 5 by default. */
    tries?: number;
    /** Longest wait between two of them in milliseconds, 60 000 by default: a longer `Retry-After` is left to the caller. */
    patience?: number;
};
/** A call that failed: refused by the API, or without an answer. */
export declare class EnrollmentError extends Error {
    /** HTTP status; 0 if there was no answer. */
    readonly status: number;
    /** Milliseconds after which the same request may succeed; null if the answer does not say. */
    readonly retryAfter: number | null;
    readonly name = "EnrollmentError";
    readonly code: number;
    /** For code 5145, what is wrong with the request, in document order; at most 100. */
    readonly errors: readonly Schemas["ValidationError"][];
    constructor(
    /** HTTP status; 0 if there was no answer. */
    status: number, error: Schemas["Error"], 
    /** Milliseconds after which the same request may succeed; null if the answer does not say. */
    retryAfter: number | null, options?: ErrorOptions);
    /** Messages by field, such as `displayName` or `recipients.17.language`; the whole body is the empty name. */
    get fields(): Map<string, string[]>;
    /** Whether the same request may succeed later: no answer, one of a proxy, or one with `Retry-After`. */
    get temporary(): boolean;
}
/** A new `Idempotency-Key`: one for every action of a user, kept for all tries of that action. */
export declare const intention: () => string;
/** Body of `POST /bulk` and `/bulk/check` with the recipients in a CSV file. */
export declare function bulkForm(settings: Schemas["BulkFormSettings"], recipients: File): FormData;
/**
 * The calls about the enrollment tokens of one organization.
 *
 * A call is repeated after a lost connection, 502, 504, and after the time in `Retry-After`. That is safe: whatever
 * creates or changes something carries the same `Idempotency-Key` each time.
 */
export declare class EnrollmentClient {
    #private;
    constructor(options: Options);
    /**
     * @throws EnrollmentError unless the answer is a success
     * @throws the signal's reason when it is aborted, before or between requests or during one
     */
    call<Method extends keyof Upper, Path extends TokenPath>(method: Method & {
        [M in keyof Upper]: Operations<Path> extends {
            [key in Upper[M]]: object;
        } ? M : never;
    }[keyof Upper], path: Path, ...[input]: keyof PathParameters<Path> extends never ? [Input<Method, Path>?] : [Input<Method, Path>]): Promise<Answer<Data<Method, Path>>>;
    /**
     * Asks again and again, with the entity tag of the last answer, and yields what has changed. Ends when `interval` is null
     * or `signal` is aborted.
     *
     * @param input `interval`: milliseconds between two requests, 2 000 by default, or what tells them from the last data
     * @throws EnrollmentError as `call` does
     */
    watch<Path extends TokenPath>(path: Path, input: Input<"GET", Path> & {
        interval?: number | ((data: Data<"GET", Path>) => number | null);
    }): AsyncGenerator<Answer<Data<"GET", Path>>, void, undefined>;
}
export {};
