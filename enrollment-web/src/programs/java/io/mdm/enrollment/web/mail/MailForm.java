package io.mdm.enrollment.web.mail;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The writer of mails in one build, reached by names only, so that builds whose records differ can be compared. */
final class MailForm {
    private static final String API = "io.mdm.enrollment.api.";
    private static final String MAIL = "io.mdm.enrollment.web.mail.";
    private static final String CONFIGURATION = "io.mdm.enrollment.web.config.MailConfiguration";
    private static final String WORDS = "Dear colleagues,\nthe old devices retire in June.\n\nThank you!";

    private final ClassLoader classes;
    private final Object writer;
    private final Object recipient;
    private final Method write;

    private MailForm(ClassLoader classes) throws ReflectiveOperationException {
        this.classes = classes;
        var sender = type(MAIL + "Sender");
        var configuration = record(
                CONFIGURATION,
                Map.of("host", "127.0.0.1", "port", 25, "from", "enroll@acme.example", "rate", OptionalInt.empty()));
        var constructor = type(MAIL + "InvitationMime").getDeclaredConstructor(sender, InstantSource.class);
        constructor.setAccessible(true);
        writer = constructor.newInstance(
                accessible(sender.getDeclaredMethod("of", type(CONFIGURATION))).invoke(null, configuration),
                Clock.systemUTC());
        recipient = record(MAIL + "RecipientAddress", Map.of("text", "ana@acme.example"));
        write = accessible(type(MAIL + "InvitationMime")
                .getDeclaredMethod("write", type(API + "Invitation"), type(MAIL + "RecipientAddress")));
    }

    static MailForm of(ClassLoader classes) throws ReflectiveOperationException {
        return new MailForm(classes);
    }

    byte[] write(Object invitation) throws ReflectiveOperationException {
        return (byte[]) write.invoke(writer, invitation, recipient);
    }

    /** Invitations that differ in what is personal only. */
    List<Object> batch(String name, int size) throws ReflectiveOperationException {
        var enterprise = record(
                API + "WindowsEnterprise",
                Map.of("serverName", "https://mdm.acme.example/Discovery.svc", "contactEmail", "it@acme.example"));
        var language = type(API + "Language").getField("ES").get(null);
        var batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(record(
                    API + "Invitation",
                    Map.of(
                            "messageKey",
                            "698efa6ed851667d9c0aec90." + i,
                            "email",
                            "user" + i + "@acme.example",
                            "link",
                            URI.create("https://mdm.acme.example/enroll/mdmenr_0123456789abcdefghijklmno" + i),
                            "enrollCode",
                            "K7QFA-2M9XR",
                            "language",
                            language,
                            "displayName",
                            name,
                            "emailText",
                            WORDS,
                            "expireAt",
                            Instant.EPOCH,
                            "organizationName",
                            "Acme",
                            "enterprise",
                            enterprise)));
        }
        return batch;
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
        return Class.forName(name, true, classes);
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }
}
