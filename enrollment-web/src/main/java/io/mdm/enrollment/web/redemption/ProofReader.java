package io.mdm.enrollment.web.redemption;

import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.web.body.ErrorType;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.ValueReader;
import jakarta.json.stream.JsonParser.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The members of a body that are its proof: a credential, or an address with a code. Whether they prove anything is judged
 * elsewhere.
 */
final class ProofReader {
    private static final String TOKEN = "token";
    private static final String EMAIL = "email";
    private static final String CODE = "enrollCode";
    private static final Set<String> MEMBERS = Set.of(TOKEN, EMAIL, CODE);
    private static final String EITHER = "must hold either \"token\", or \"email\" and \"enrollCode\"";

    private final StrictJson json;
    private final ValueReader values;
    private final String form;
    private final Map<String, String> given = new HashMap<>();

    ProofReader(StrictJson json, String form) {
        this.json = json;
        this.values = new ValueReader(json, form);
        this.form = form;
    }

    /** Reads the object that should be the body. */
    void readObject(Consumer<String> members) {
        if (json.at(Event.START_OBJECT)) {
            json.members(members);
            refuseUnlessOne();
        } else {
            json.refuse(ErrorType.OBJECT_BASE, "must be one JSON object: " + form);
        }
    }

    void readMember(String key) {
        if (MEMBERS.contains(key)) {
            given.put(key, values.string());
        } else {
            json.refuseUnknown();
        }
    }

    /** The proof, if nothing was refused. */
    Proof proof() {
        var token = given.get(TOKEN);
        return token == null
                ? new Proof.Code(given.getOrDefault(EMAIL, ""), given.getOrDefault(CODE, ""))
                : new Proof.Credential(token);
    }

    private void refuseUnlessOne() {
        boolean token = given.containsKey(TOKEN);
        boolean email = given.containsKey(EMAIL);
        boolean code = given.containsKey(CODE);
        if (token && (email || code)) {
            json.refuse(ErrorType.OBJECT_XOR, EITHER);
        } else if (!token && !email && !code) {
            json.refuse(ErrorType.OBJECT_MISSING, EITHER);
        } else if (!token && !email) {
            json.refuseMissing(EMAIL);
        } else if (!token && !code) {
            json.refuseMissing(CODE);
        }
    }
}
