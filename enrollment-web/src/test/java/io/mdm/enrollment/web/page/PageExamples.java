package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.PersonalLink;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.web.metric.RateLimited;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An invitation, its reader and the organization that invites. */
final class PageExamples {
    static final String CREDENTIAL = "mdmenr_0123456789";
    /** Begin of links that open nothing, although they are not damaged. */
    static final String FORGED = "mdmenr_forged";

    static final String ADDRESS = "ana+test@acme.example";
    static final String CODE = "K7QFA-2M9XR";
    static final String ORGANIZATION = "698efa6ed851667d9c0aec88";
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private PageExamples() {}

    static PageRequest pageRequest(Device device, Optional<Language> chosen) {
        return new PageRequest(chosen, Language.EN, device, Network.of("192.0.2.1"), "./", false);
    }

    /** After an address and a code that were not accepted. */
    static PageRequest again() {
        return new PageRequest(
                Optional.of(Language.EN), Language.EN, Device.WINDOWS, Network.of("192.0.2.1"), "./", true);
    }

    static PageRequest from(String address) {
        return new PageRequest(Optional.empty(), Language.EN, Device.WINDOWS, Network.of(address), "./", false);
    }

    static Organization organization(String name) {
        return new Organization(
                ORGANIZATION,
                "acme",
                name,
                Language.EN,
                true,
                OptionalInt.empty(),
                Optional.of(new WindowsEnterprise(
                        "698efa6ed851667d9c0aec89",
                        "https://mdm.acme.example/EnrollmentServer/Discovery.svc?a=b&c",
                        "#0b5fff",
                        "https://cdn.example/logo.png",
                        "it@acme.example",
                        "+34 600 000 000")));
    }

    static IssuedToken token(@Nullable String displayName) {
        return new IssuedToken(
                "698efa6ed851667d9c0aec90",
                ORGANIZATION,
                "698efa6ed851667d9c0aec91",
                "698efa6ed851667d9c0aec89",
                null,
                null,
                ADDRESS,
                Language.ES,
                new EnrollmentSettings(
                        true, displayName, List.of(), Duration.ofDays(1), null, null, null, List.of(), null),
                Map.of(),
                IssuedToken.State.PENDING,
                NOW,
                NOW,
                Instant.parse("2026-12-05T16:30:00Z"),
                null,
                false,
                null,
                new PersonalLink(URI.create("https://mdm.example/enroll"), CREDENTIAL),
                CODE);
    }

    static EnrollPages pages(InMemoryTokens tokens, Organization organization) {
        return pages(tokens, organization, () -> NOW);
    }

    static EnrollPages pages(InMemoryTokens tokens, Organization organization, ModuleClock clock) {
        return pages(
                tokens, organization, new GuessLimit(new InMemoryNetworkGuesses(clock), clock), new InMemoryEvent<>());
    }

    static EnrollPages pages(
            InMemoryTokens tokens, Organization organization, GuessLimit guesses, InMemoryEvent<RateLimited> limited) {
        return new EnrollPages(tokens, new OneOrganization(organization), guesses, limited);
    }

    private record OneOrganization(Organization organization) implements MdmDirectory {
        @Override
        public Optional<Organization> organization(String idOrSlug) {
            return Optional.of(organization).filter(known -> known.id().equals(idOrSlug));
        }

        @Override
        public Map<String, String> policyNames(String organizationId, Set<String> policyIds) {
            return Map.of();
        }

        @Override
        public boolean hasSegment(String organizationId, long segmentId) {
            return false;
        }

        @Override
        public Map<String, MdmUser> usersByAddress(String organizationId, Collection<String> addresses) {
            return Map.of();
        }

        @Override
        public Optional<String> addressOf(String organizationId, String userId) {
            return Optional.empty();
        }
    }
}
