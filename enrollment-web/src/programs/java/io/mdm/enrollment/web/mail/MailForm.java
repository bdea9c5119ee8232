package io.mdm.enrollment.web.mail;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The writer of mails in one build, reached by names only, so that builds whose records differ can be compared. */
final class MailForm {
    /** Packages of the types: this build's first, then those of older ones. */
    private static final List<String> PACKAGES =
            List.of("api.spi.", "api.token.", "api.directory.", "web.config.", "web.mail.mime.", "api.", "web.mail.");

    /** All but the last three characters. */
    private static final String CREDENTIAL = "mdmenr_0123456789abcdefghijklmnopqrstuvwxyz01234567";

    private static final URI ENTRY_PAGE = URI.create("https://mdm.acme.example/enroll");
    private static final String WORDS = "Dear colleagues,\nthe old devices retire in June.\n\nThank you!";
    private static final String PERSONAL_WORDS = "Dear {{name|colleague}},\n"
            + "your {{displayName}} of {{organization}} retires in June ({{email}}).\n\nThank you!";

    private final ClassLoader classes;
    private final Map<String, Optional<Class<?>>> types = new HashMap<>();
    private final Object writer;
    private final Object recipient;
    private final Method write;

    private MailForm(ClassLoader classes) throws ReflectiveOperationException {
        this.classes = classes;
        var sender = type("Sender");
        var configuration = record(
                "MailConfiguration",
                Map.of("host", "127.0.0.1", "port", 25, "from", "enroll@acme.example", "rate", OptionalInt.empty()));
        var constructor = type("InvitationMime").getDeclaredConstructor(sender, InstantSource.class);
        constructor.setAccessible(true);
        writer = constructor.newInstance(
                accessible(sender.getDeclaredMethod("of", type("MailConfiguration")))
                        .invoke(null, configuration),
                Clock.systemUTC());
        recipient = record("RecipientAddress", Map.of("text", "ana@acme.example"));
        write = accessible(
                type("InvitationMime").getDeclaredMethod("write", type("Invitation"), type("RecipientAddress")));
    }

    static MailForm of(ClassLoader classes) throws ReflectiveOperationException {
        return new MailForm(classes);
    }

    byte[] write(Object invitation) throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(classes); // where Jakarta Mail looks for its provider
        return (byte[]) write.invoke(writer, invitation, recipient);
    }

    /**
     * Invitations that differ in what is personal only.
     *
     * @param personal whether recipients have names, which stand in the text as well
     */
    List<Object> batch(String name, int size, boolean personal) throws ReflectiveOperationException {
        var enterprise = record(
                "WindowsEnterprise",
                Map.of("serverName", "https://mdm.acme.example/Discovery.svc", "contactEmail", "it@acme.example"));
        var language = type("Language").getField("ES").get(null);
        var organization = record(
                "Organization",
                Map.of(
                        "name",
                        "Acme",
                        "language",
                        language,
                        "tokenQuota",
                        OptionalInt.empty(),
                        "windowsEnterprise",
                        Optional.of(enterprise),
                        "timeZone",
                        ZoneOffset.UTC));
        var expireAt = Instant.now().plus(Duration.ofDays(1));
        var batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(record(
                    "Invitation",
                    Map.ofEntries(
                            Map.entry("messageKey", "698efa6ed851667d9c0aec90." + i),
                            Map.entry("email", "user" + i + "@acme.example"),
                            Map.entry("address", "user" + i + "@acme.example"),
                            Map.entry("name", personal ? "Łukasz " + i : ""),
                            Map.entry("link", link(CREDENTIAL + String.format("%03d", i))),
                            Map.entry("enrollCode", "K7QFA-2M9XR"),
                            Map.entry("language", language),
                            Map.entry("displayName", personal ? name + " " + i : name),
                            Map.entry("emailText", personal ? PERSONAL_WORDS : WORDS),
                            Map.entry("expireAt", expireAt),
                            Map.entry("organizationName", "Acme"),
                            Map.entry("enterprise", enterprise),
                            Map.entry("organization", organization))));
        }
        return batch;
    }

    private Object link(String credential) throws ReflectiveOperationException {
        return find("PersonalLink").isPresent()
                ? record("PersonalLink", Map.of("entryPage", ENTRY_PAGE, "credential", credential))
                : URI.create(ENTRY_PAGE + "/" + credential);
    }

    private Object record(String name, Map<String, Object> values) throws ReflectiveOperationException {
        var components = type(name).getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type(name).getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(Stream.of(components)
                .map(component -> values.getOrDefault(component.getName(), nothing(component.getType())))
                .toArray());
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type == Optional.class ? Optional.empty() : type == String.class ? "" : null;
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return find(name).orElseThrow(() -> new ClassNotFoundException(name));
    }

    private Optional<Class<?>> find(String name) {
        return types.computeIfAbsent(
                name, key -> PACKAGES.stream().flatMap(room -> load(room + key)).findFirst());
    }

    private Stream<Class<?>> load(String name) {
        try {
            return Stream.of(Class.forName("io.mdm.enrollment." + name, true, classes));
        } catch (ClassNotFoundException elsewhere) {
            return Stream.empty();
        }
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }
}
