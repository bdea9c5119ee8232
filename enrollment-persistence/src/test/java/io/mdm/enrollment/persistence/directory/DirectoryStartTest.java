package io.mdm.enrollment.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.domain.LogOf;
import io.mdm.enrollment.domain.webhook.Webhook;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryStartTest {
    private static final String ACME = "698efa6ed851667d9c0aec88";
    private static final String DIRECTORY = """
            {"organizations":[{"id":"698EFA6ED851667D9C0AEC88","slug":"acme","name":"Acme","language":"de","timeZone":"Europe/Berlin",
              "plan":{"bulkEnrollment":true,"tokenQuota":1000},
              "windowsEnterprise":{"id":"698efa6ed851667d9c0aec89","serverName":"https://mdm.acme.example",
                 "primaryColor":"#0b5fff","logoUrl":null,"contactEmail":"it@acme.example",
                 "mailFrom":"Acme IT <it@acme.example>"},
              "windowsPolicies":[{"id":"698efa6ed851667d9c0aec8a","name":"Corporate Security Policy"}],
              "segments":[{"id":1,"name":"Madrid"}],
              "users":[{"id":"698efa6ed851667d9c0aec8b","email":"Ana@acme.example","language":"es"}]}]}
            """;

    private final EnrollmentDatabase database = Directories.withoutSchema();
    private final DirectoryStart start = Directories.start(database);
    private final RelationalMdmDirectory directory = Directories.directory(database);

    private final Path files;

    DirectoryStartTest(@TempDir Path files) {
        this.files = files;
    }

    @Test
    void where_nothing_stands_tables_are_made_and_left_alone_afterwards() {
        start.prepare(Optional.empty());
        addOrganization();

        start.prepare(Optional.empty());

        assertThat(kinds()).containsOnly("r").hasSize(6);
        assertThat(directory.organization("acme")).isPresent();
    }

    @Test
    void views_are_kept_and_what_is_missing_beside_them_is_added() {
        database.update("create schema mdm");
        viewOfOrganizations();

        start.prepare(Optional.empty());

        assertThat(kinds()).hasSize(6).containsOnlyOnce("v");
        assertThat(directory.organization("acme")).isPresent();
    }

    @Test
    void views_cannot_be_filled_from_a_file() throws IOException {
        database.update("create schema mdm");
        viewOfOrganizations();

        assertThatIllegalStateException()
                .isThrownBy(() -> start.prepare(Optional.of(file(DIRECTORY))))
                .withMessageContaining("mdm.enrollment.directory.file")
                .withMessageContaining("mdm.organization");
    }

    @Test
    void a_file_says_everything_about_an_organization() throws IOException {
        start.prepare(Optional.of(file(DIRECTORY)));

        assertThat(directory.organization("acme"))
                .contains(new Organization(
                        ACME,
                        "acme",
                        "Acme",
                        Language.DE,
                        true,
                        OptionalInt.of(1000),
                        Optional.of(new WindowsEnterprise(
                                "698efa6ed851667d9c0aec89",
                                "https://mdm.acme.example",
                                "#0b5fff",
                                null,
                                "it@acme.example",
                                null,
                                "Acme IT <it@acme.example>")),
                        ZoneId.of("Europe/Berlin")));
        assertThat(directory.hasPolicies(ACME, Set.of("698efa6ed851667d9c0aec8a")))
                .isTrue();
        assertThat(directory.hasSegment(ACME, 1)).isTrue();
        assertThat(directory.usersByAddress(ACME, List.of("ana@acme.example")))
                .containsValue(new MdmUser("698efa6ed851667d9c0aec8b", Language.ES));
    }

    @Test
    void without_a_plan_there_is_no_feature_and_no_quota_and_without_a_language_english() throws IOException {
        start.prepare(Optional.of(file("""
                {"organizations":[{"id":"698efa6ed851667d9c0aec88","slug":"acme","name":"Acme"},
                  {"id":"698efa6ed851667d9c0aec89","slug":"beta","name":"Beta","plan":null,"users":null}]}
                """)));

        for (var slug : List.of("acme", "beta")) {
            assertThat(directory.organization(slug)).hasValueSatisfying(organization -> {
                assertThat(organization.bulkEnrollment()).isFalse();
                assertThat(organization.tokenQuota()).isEmpty();
                assertThat(organization.language()).isEqualTo(Language.EN);
                assertThat(organization.windowsEnterprise()).isEmpty();
            });
        }
    }

    @Test
    void loading_again_updates_and_deletes_nothing() throws IOException {
        start.prepare(Optional.of(file(DIRECTORY)));

        start.prepare(Optional.of(file(DIRECTORY)));
        start.prepare(Optional.of(file("""
                {"organizations":[{"id":"698efa6ed851667d9c0aec88","slug":"acme-new","name":"Acme II",
                  "plan":{"bulkEnrollment":true},"segments":[{"id":2,"name":"Bilbao"}]}]}
                """)));

        assertThat(directory.organization("acme")).isEmpty();
        assertThat(directory.organization("acme-new")).hasValueSatisfying(organization -> {
            assertThat(organization.name()).isEqualTo("Acme II");
            assertThat(organization.tokenQuota()).isEmpty();
            assertThat(organization.windowsEnterprise()).isPresent();
        });
        assertThat(directory.hasSegment(ACME, 1)).isTrue();
        assertThat(directory.hasSegment(ACME, 2)).isTrue();
        assertThat(directory.usersByAddress(ACME, List.of("ana@acme.example"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"organizations\":{}}",
                "{\"organizations\":[1]}",
                "{\"organizations\":[{}]}",
                "{\"organizations\":[{\"id\":1,\"slug\":\"a\",\"name\":\"A\"}]}",
                "{\"organizations\":[{\"id\":\"a\",\"slug\":\"a\",\"name\":\"A\",\"plan\":{\"tokenQuota\":\"9\"}}]}",
                "{\"organizations\":[{\"id\":\"a\",\"slug\":\"a\",\"name\":\"A\",\"plan\":{\"tokenQuota\":1.5}}]}",
                "{\"organizations\":[{\"id\":\"a\",\"slug\":\"a\",\"name\":\"A\",\"segments\":[{\"id\":1.5,\"name\":\"s\"}]}]}",
                "{\"organizations\":[",
            })
    void a_broken_file_is_named(String content) throws IOException {
        var file = file(content);

        assertThatIllegalStateException()
                .isThrownBy(() -> start.prepare(Optional.of(file)))
                .withMessage("the directory file " + file + " is not of the documented shape");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "698efa6ed851667d9c0aec89",
                "698EFA6ED851667D9C0AEC88",
                "",
                "ab",
                "a_b",
                "a b",
                "acme\u00e9",
                "acme/x"
            })
    void a_slug_that_may_be_an_id_or_cannot_be_called_is_refused(String slug) throws IOException {
        var file =
                file("{\"organizations\":[{\"id\":\"%s\",\"slug\":\"%s\",\"name\":\"Acme\"}]}".formatted(ACME, slug));

        assertThatIllegalStateException()
                .isThrownBy(() -> start.prepare(Optional.of(file)))
                .withMessage("the directory file " + file + " is not of the documented shape")
                .withStackTraceContaining("a slug in it");
        assertThat(directory.organization(ACME)).isEmpty();
    }

    @Test
    void a_missing_file_is_named() {
        var file = files.resolve("nowhere.json");

        assertThatIllegalStateException()
                .isThrownBy(() -> start.prepare(Optional.of(file)))
                .withMessageContaining(file.toString());
    }

    @Test
    void a_file_that_contradicts_itself_is_named() throws IOException {
        var file = file("""
                {"organizations":[{"id":"a","slug":"same","name":"A"},{"id":"b","slug":"same","name":"B"}]}
                """);

        assertThatIllegalStateException()
                .isThrownBy(() -> start.prepare(Optional.of(file)))
                .withMessageContaining(file.toString());
    }

    @Test
    void an_empty_directory_is_warned_of_once_with_both_remedies() {
        try (var log = LogOf.logger(DirectoryStart.class)) {
            start.prepare(Optional.empty());
            assertThat(log.messages()).singleElement().asString().contains("views", "mdm.enrollment.directory.file");
        }
        addOrganization();
        try (var log = LogOf.logger(DirectoryStart.class)) {
            start.prepare(Optional.empty());
            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    void a_file_names_webhooks_of_an_organization_and_of_all() throws IOException {
        start.prepare(Optional.of(file("""
                {"organizations": [{"id": "698efa6ed851667d9c0aec88", "slug": "acme", "name": "Acme", "webhooks": [
                    {"id": "698EFA6ED851667D9C0AEC8C", "url": "https://a.example/", "secret": "whsec_a  whsec_b",
                     "events": ["mdm.windows.bulk.created", "mdm.windows.invitation.*"]}]}],
                 "webhooks": [{"id": "698efa6ed851667d9c0aec8d", "url": "https://b.example/", "secret": "whsec_c", "events": ["*"]}]}
                """)));
        var webhooks = Directories.webhooks(database);

        assertThat(webhooks.receivingFrom(ACME))
                .containsExactly(
                        new Webhook(
                                "698efa6ed851667d9c0aec8c",
                                Optional.of(ACME),
                                "https://a.example/",
                                List.of("whsec_a", "whsec_b"),
                                EnumSet.of(
                                        EventType.BULK_CREATED,
                                        EventType.INVITATION_SENT,
                                        EventType.INVITATION_FAILED)),
                        new Webhook(
                                "698efa6ed851667d9c0aec8d",
                                Optional.empty(),
                                "https://b.example/",
                                List.of("whsec_c"),
                                EnumSet.allOf(EventType.class)));
        assertThat(webhooks.receivingFrom("698efa6ed851667d9c0aec00")).hasSize(1);
    }

    @RepeatedTest(5)
    void nodes_that_start_at_once_do_not_disturb_each_other() {
        var nodes = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> start.prepare(Optional.empty()), node -> new Thread(node).start()))
                .limit(4)
                .toList();

        assertThat(nodes).allSatisfy(node -> assertThatCode(node::join).doesNotThrowAnyException());
        assertThat(kinds()).hasSize(6);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(files.resolve("directory.json"), content);
    }

    private void addOrganization() {
        database.update("insert into mdm.organization values (?, 'acme', 'Acme', null, true, null)", ACME);
    }

    private void viewOfOrganizations() {
        database.update(
                "create view mdm.organization as select '" + ACME
                        + "' id, 'acme' slug, 'Acme' as name, 'en' as language, true bulk_enrollment, null::integer token_quota");
    }

    private List<String> kinds() {
        return database.query(
                "select relkind::text from pg_class where relnamespace = 'mdm'::regnamespace and relkind in ('r', 'v')",
                row -> row.getString(1));
    }
}
