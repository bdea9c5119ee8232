package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.Receipt;
import io.mdm.enrollment.api.token.IssuedToken;
import java.util.function.Function;

/** Receipt of a request about one token: its id, because links and codes are not stored. */
public record TokenReceipt(String id) {

    /** @param token the token with that id, as it is now */
    static Receipt<IssuedToken, TokenReceipt> replayedBy(Function<String, IssuedToken> token) {
        return new Receipt<>(
                TokenReceipt.class, issued -> new TokenReceipt(issued.id()), stored -> token.apply(stored.id()));
    }
}
