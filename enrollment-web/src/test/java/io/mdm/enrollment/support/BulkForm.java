package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Form of a bulk request, as a browser sends it. */
public final class BulkForm {
    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
    public static final String CONTENT_TYPE = contentType(BOUNDARY);

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final String boundary;

    public BulkForm() {
        this(BOUNDARY);
    }

    /** @param boundary between the parts */
    public BulkForm(String boundary) {
        this.boundary = boundary;
    }

    /** Settings that suffice, and this file. */
    public static byte[] of(String csv) {
        return of(csv.getBytes(UTF_8), "text/csv");
    }

    public static byte[] of(byte[] csv, String type) {
        return new BulkForm()
                .part("settings", "application/json", "{\"sendEmail\":true}".getBytes(UTF_8))
                .part("recipients", type, csv)
                .end();
    }

    public BulkForm part(String name, String type, byte[] content) {
        write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"a.csv\"\r\n");
        write("Content-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    public byte[] end() {
        write("--" + boundary + "--\r\n");
        return body.toByteArray();
    }

    /** What was written so far, without the end. */
    public byte[] cut() {
        return body.toByteArray();
    }

    /** The header of such a form. */
    public static String contentType(String boundary) {
        return "multipart/form-data; boundary=" + boundary;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(UTF_8));
    }
}
