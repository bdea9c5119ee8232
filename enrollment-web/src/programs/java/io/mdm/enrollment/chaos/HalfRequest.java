package io.mdm.enrollment.chaos;

import java.util.Locale;

/** Kinds of requests that stop halfway, and how many of each are sent at once. */
enum HalfRequest {
    NONE(0, ""),
    /** Without a token. */
    FORMS(250, """
            POST /enroll/ HTTP/1.1
            Content-Type: application/x-www-form-urlencoded
            Content-Length: 40

            email="""),
    ERASURES(250, """
            POST TOKENS/erase HTTP/1.1
            Content-Type: application/json
            Content-Length: 400

            {"email":\""""),
    BULKS_OF_16_MEBIBYTES(20, """
            POST TOKENS/bulk HTTP/1.1
            Content-Type: application/json
            Content-Length: 16777216

            {"sendEmail":false,"displayName":\""""),
    BULKS_IN_CHUNKS(20, """
            POST TOKENS/bulk HTTP/1.1
            Content-Type: application/json
            Transfer-Encoding: chunked

            1000000
            {"sendEmail":false,"displayName":\"""");

    private final int count;
    private final String begin;

    HalfRequest(int count, String begin) {
        this.count = count;
        this.begin = begin;
    }

    int count() {
        return count;
    }

    /** Bytes that follow. */
    int filling() {
        return count == 20 ? 8 << 20 : 0;
    }

    /** @param tokens path of the organization's tokens */
    String head(String tokens, String authorization, String host) {
        var identified = this == FORMS ? "" : "\nAuthorization: " + authorization;
        return begin.replace("TOKENS", tokens)
                .replace(" HTTP/1.1", " HTTP/1.1\nHost: " + host + identified)
                .replace("\n", "\r\n");
    }

    @Override
    public String toString() {
        return count + " half requests, " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
