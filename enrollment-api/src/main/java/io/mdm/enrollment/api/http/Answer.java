package io.mdm.enrollment.api.http;

/** Envelope of every success. */
public record Answer<T>(boolean status, T data) {

    public static <T> Answer<T> of(T data) {
        return new Answer<>(true, data);
    }
}
