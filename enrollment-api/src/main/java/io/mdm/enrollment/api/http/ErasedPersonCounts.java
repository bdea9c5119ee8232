package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.ErasedPerson;

/** Data of an answer to an erasure; see {@link ErasedPerson}. */
public record ErasedPersonCounts(int tokens, int revoked, int rejections) {

    public static ErasedPersonCounts of(ErasedPerson erased) {
        return new ErasedPersonCounts(erased.tokens(), erased.revoked(), erased.rejections());
    }
}
