package io.mdm.enrollment.web.security;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A token as the server hands it over once it has verified it. */
record StatedToken(Map<String, Object> claims) implements JsonWebToken {

    @Override
    public String getName() {
        return "verified";
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface wants it
    public <T> @Nullable T getClaim(String name) {
        return (T) claims.get(name);
    }
}
