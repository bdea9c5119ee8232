package io.mdm.enrollment.conformance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the kit must be told of the server under test; cases that need what it was not told are not run. */
enum Given {
    JWT("jwt", "a token with all permissions, for every organization named here"),
    ORGANIZATION(
            "organization", "slug of an organization with the feature, a Windows enterprise, and no quota in the way"),
    POLICY("policy", "id of a Windows policy of that organization"),
    SEGMENT("segment", "id of a segment of that organization"),
    VISITOR("visitor.jwt", "a token of the same organizations without any permission"),
    VIEWER("viewer.jwt", "a token with the list permission only"),
    SECOND("second.jwt", "a token like jwt, of another subject"),
    OTHER("other.jwt", "a token with all permissions for another organization only"),
    ALMOST("almost.jwt", "a token whose permissions only resemble those that are needed"),
    MEMBER_BY_ID("by-id.jwt", "a token with all permissions whose claim names the organization by its id"),
    MEMBER_BY_STRING(
            "by-string.jwt", "a token with all permissions whose claim is one string, the organization's slug"),
    EXPIRED("expired.jwt", "a token that has expired"),
    EARLY("early.jwt", "a token whose nbf is more than a minute ahead"),
    ISSUED_LATER("issued-later.jwt", "a token whose iat is more than a minute ahead"),
    ISSUER("foreign-issuer.jwt", "a token of another issuer"),
    AUDIENCE("foreign-audience.jwt", "a token for another audience"),
    KEY("foreign-key.jwt", "a token signed with another key"),
    ALGORITHM("foreign-algorithm.jwt", "a token signed with another algorithm"),
    BASIC("basic.organization", "slug of an organization whose plan lacks the feature"),
    NO_WINDOWS("no-windows.organization", "slug of an organization without Windows enterprise"),
    QUOTA("quota.organization", "slug of an organization with a quota of two tokens, none of them live"),
    RECIPIENTS("limits.recipients", "how many recipients the server takes", "100000"),
    BODY_BYTES("limits.body-bytes", "how many bytes the server takes", "16777216");

    private final String key;
    private final String meaning;
    private final Optional<String> usually;

    Given(String key, String meaning) {
        this(key, meaning, Optional.empty());
    }

    Given(String key, String meaning, String usually) {
        this(key, meaning + "; " + usually + " unless told otherwise", Optional.of(usually));
    }

    Given(String key, String meaning, Optional<String> usually) {
        this.key = key;
        this.meaning = meaning;
        this.usually = usually;
    }

    /** The name of the system property, and within {@code {{…}}}. */
    String key() {
        return key;
    }

    String meaning() {
        return meaning;
    }

    /** The value where nothing was told. */
    Optional<String> usually() {
        return usually;
    }

    /** Those that a case needs. */
    static List<Given> neededBy(ConformanceCase conformanceCase) {
        return Stream.of(values())
                .filter(given -> conformanceCase.texts().anyMatch(given::standsIn))
                .toList();
    }

    private boolean standsIn(String text) {
        return Pattern.compile("\\{\\{(?:[a-z]+ |(?:(?!}}).)+ × )?" + Pattern.quote(key) + "(?:[+-]\\d+)?}}")
                .matcher(text)
                .find();
    }
}
