package io.mdm.enrollment.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.token.Language;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
    private static final String ID = "698efa6ed851667d9c0aec88";
    private static final Organization ACME =
            new Organization(ID, "acme", "Acme", Language.EN, true, OptionalInt.empty(), Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {ID, "698EFA6ED851667D9C0AEC88", "acme", "*"})
    void belongs_to_the_organizations_that_the_token_names(String named) {
        assertThat(scopedTo(Set.of("other", named)).belongsTo(ACME)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Acme", "ACME", "acme ", "acm", "**", "698efa6ed851667d9c0aec8", "698efa6ed851667d9c0aec89"})
    void belongs_to_no_other(String named) {
        assertThat(scopedTo(Set.of(named)).belongsTo(ACME)).isFalse();
    }

    /** Or who is named by the slug of one organization would belong to the other one. */
    @Test
    void belongs_to_no_organization_whose_slug_may_be_the_id_of_another() {
        var id = "698efa6ed851667d9c0aec99";
        var other = new Organization(id, ID, "Other", Language.EN, true, OptionalInt.empty(), Optional.empty());

        assertThat(scopedTo(Set.of(ID)).belongsTo(ACME)).isTrue();
        assertThat(scopedTo(Set.of(ID)).belongsTo(other)).isFalse();
        assertThat(scopedTo(Set.of(id)).belongsTo(other)).isTrue();
    }

    @Test
    void belongs_to_none_when_the_token_names_none() {
        assertThat(scopedTo(Set.of()).belongsTo(ACME)).isFalse();
    }

    @Test
    void belongs_to_all_when_no_scope_is_checked() {
        assertThat(new Caller("admin", Set.of(), Optional.empty(), Optional.empty()).belongsTo(ACME))
                .isTrue();
    }

    @Test
    void may_what_is_permitted_to_the_letter() {
        var caller = new Caller("admin", Set.of("a.create"), Optional.empty(), Optional.empty());

        assertThat(caller.may("a.create")).isTrue();
        assertThat(caller.may("a.creat")).isFalse();
        assertThat(caller.may("a.create.all")).isFalse();
        assertThat(caller.may("A.create")).isFalse();
    }

    private static Caller scopedTo(Set<String> organizations) {
        return new Caller("admin", Set.of(), Optional.empty(), Optional.of(organizations));
    }
}
