package io.mdm.enrollment.web.body;

import static java.util.Map.entry;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.PolicyAssignment;
import io.mdm.enrollment.web.config.RequestLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings that all tokens of a request share, wherever in the request they stand. */
public final class SettingsReader {
    private static final Duration DEFAULT_DURATION = Duration.ofDays(1);
    private static final WholeNumber SEGMENT = WholeNumber.between(-WholeNumber.MAX_SAFE, WholeNumber.MAX_SAFE);

    private final StrictJson json;
    private final ValueReader values;
    private final TextReader texts;
    private final Map<String, Runnable> fields;
    private final Set<String> given = new HashSet<>();

    private boolean sendEmail;
    private @Nullable String displayName;
    private final List<String> tags = new ArrayList<>();
    private Duration duration = DEFAULT_DURATION;
    private @Nullable Language language;
    private @Nullable String emailText;
    private @Nullable String winPolicyId;
    private final List<PolicyAssignment> winPolicyAssignments = new ArrayList<>();
    private @Nullable Long segmentId;

    public SettingsReader(StrictJson json, ValueReader values, RequestLimits limits) {
        this.json = json;
        this.values = values;
        this.texts = new TextReader(json, values);
        WholeNumber seconds = WholeNumber.seconds(limits.durationMin(), limits.durationMax());
        this.fields = Map.ofEntries(
                entry("sendEmail", () -> sendEmail = values.bool()),
                entry("displayName", () -> displayName = texts.singleLine()),
                entry("tags", () -> values.array(() -> tags.add(texts.singleLine()))),
                entry("duration", () -> duration = Duration.ofSeconds(values.integer(seconds))),
                entry("language", () -> language = values.language()),
                entry("emailText", () -> emailText = texts.lines(limits.emailText())),
                entry("winPolicyId", () -> winPolicyId = texts.idUnlessEmpty()),
                entry("winPolicyAssignments", () -> values.array(this::addAssignment)),
                entry("segmentId", () -> segmentId = values.integer(SEGMENT)));
    }

    /** Reads the field of that name, on whose value the text stands; a field that is not a setting is refused. */
    public void read(String name) {
        Runnable field = fields.get(name);
        if (field == null) {
            json.refuseUnknown();
        } else if (!given.add(name)) {
            json.refuseRepeated();
        } else {
            field.run();
        }
    }

    /** Notes what is required and was not given anywhere in the request that has just been read. */
    public void refuseMissing() {
        if (!given.contains("sendEmail")) {
            json.refuseMissing("sendEmail");
        }
    }

    /** Which fields were given. */
    public Set<String> given() {
        return Set.copyOf(given);
    }

    /** The settings, defaults applied, if nothing was refused while they were read. */
    public EnrollmentSettings settings() {
        return new EnrollmentSettings(
                sendEmail,
                displayName,
                tags,
                duration,
                language,
                emailText,
                winPolicyId,
                winPolicyAssignments,
                segmentId);
    }

    private void addAssignment() {
        winPolicyAssignments.add(new PolicyAssignmentReader(json, values, texts).read());
    }
}
