package io.mdm.enrollment.web.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Form of a bulk request, as a browser sends it. */
final class BulkForm {
    static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Settings that suffice, and this file. */
    static byte[] of(String csv) {
        return of(csv.getBytes(UTF_8), "text/csv");
    }

    static byte[] of(byte[] csv, String type) {
        return new BulkForm()
                .part("settings", "application/json", "{\"sendEmail\":true}".getBytes(UTF_8))
                .part("recipients", type, csv)
                .end();
    }

    BulkForm part(String name, String type, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"a.csv\"\r\n");
        write("Content-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    byte[] end() {
        write("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    /** What was written so far, without the end. */
    byte[] cut() {
        return body.toByteArray();
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(UTF_8));
    }
}
