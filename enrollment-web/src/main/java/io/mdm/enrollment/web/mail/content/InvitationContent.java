package io.mdm.enrollment.web.mail.content;

import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.web.text.BrandColor;
import io.mdm.enrollment.web.text.CleanText;
import io.mdm.enrollment.web.text.ContactWay;
import io.mdm.enrollment.web.text.Isolation;
import io.mdm.enrollment.web.text.MailVariable;
import io.mdm.enrollment.web.text.Wording;
import java.text.Bidi;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Content of an invitation, for both of its forms. All of it is free of control characters but line breaks. */
public record InvitationContent(Wording words, MailTemplateKey template, RecipientFields fields) {
    private static final String WORDS = "io.mdm.enrollment.web.mail.content.invitation";
    private static final Pattern BLANK_LINES = Pattern.compile("\n[ \t\n]*\n");
    /** A name of any length must leave the subject readable. */
    private static final int SUBJECT_NAME = 80;

    public static InvitationContent of(MailTemplateKey template, RecipientFields fields) {
        return new InvitationContent(Wording.of(WORDS, template.language()), template, fields);
    }

    /** The language it is written in (BCP 47). */
    public String language() {
        return words.tag();
    }

    public String subject() {
        return words.say(ofReminder("subject"), CleanText.shortened(organization(), SUBJECT_NAME));
    }

    String organization() {
        return CleanText.singleLine(template.organization().name());
    }

    /** Words to a recipient whose name is known. */
    Optional<String> greeting() {
        return name().map(name -> words.say("greeting", Isolation.of(name)));
    }

    /** What is asked for, and by whom. */
    String introduction() {
        return say(ofReminder("introduction"));
    }

    /** How long the link works, and until when. */
    String expiry() {
        return sayUntil(ofReminder("expiry"));
    }

    /** The same, for the lines that mail programs show beside the subject. */
    String preheader() {
        return sayUntil("preheader");
    }

    private String ofReminder(String key) {
        return template.reminder() ? "reminder." + key : key;
    }

    /** A sentence that may name the organization, {@link Isolation isolated}. */
    String say(String key) {
        return words.say(key, Isolation.of(organization()));
    }

    private String sayUntil(String key) {
        var left = template.timeLeft();
        return words.say(
                key,
                words.amount(left.amount(), left.unit()),
                words.moment(template.expireAt(), template.organization().timeZone()));
    }

    String elsewhere() {
        return words.say("elsewhere", template.entryPage().toString(), fields.code());
    }

    /** What Windows shows and asks for behind the button, and how success looks. */
    List<String> next() {
        return List.of(words.say("next.windows", fields.code()), say("next.done"));
    }

    Optional<String> label() {
        return displayName().map(name -> words.say("name", Isolation.of(name)));
    }

    private Optional<String> displayName() {
        return Optional.of(fields.displayName()).filter(text -> template.labeled());
    }

    private Optional<String> name() {
        return Optional.of(fields.name()).filter(text -> template.named());
    }

    /** The paragraphs that the organization adds, of one line or more each, variables filled in. */
    List<String> note() {
        var text = template.emailText();
        return text == null
                ? List.of()
                : BLANK_LINES
                        .splitAsStream(CleanText.multiLine(text).strip())
                        .filter(paragraph -> !paragraph.isEmpty())
                        .map(paragraph -> MailVariable.fill(paragraph, this::value))
                        .toList();
    }

    private Optional<String> value(MailVariable variable) {
        return switch (variable) {
            case NAME -> name().map(Isolation::of);
            case EMAIL -> Optional.of(Isolation.of(fields.email()));
            case ORGANIZATION -> Optional.of(Isolation.of(organization()));
            case EXPIRES ->
                Optional.of(words.moment(
                        template.expireAt(), template.organization().timeZone()));
            case DISPLAY_NAME -> displayName().map(Isolation::of);
        };
    }

    /** Direction of a paragraph by its first letter (Unicode Standard Annex 9, rules P2 and P3). */
    static boolean isRightToLeft(String paragraph) {
        return !new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** Steps of enrolling without the link. */
    List<String> steps() {
        return Stream.of("manual.settings", "manual.enroll", "manual.enter")
                .map(words::say)
                .toList();
    }

    /** Values to be entered in those steps. */
    List<Entry> entries() {
        return List.of(
                new Entry(words.say("manual.email"), fields.email()),
                new Entry(
                        words.say("manual.server"),
                        CleanText.singleLine(enterprise().serverName())),
                new Entry(words.say("manual.code"), fields.code()));
    }

    /** People to ask; empty when nobody is known. */
    List<Contact> contact() {
        var email = known(enterprise().contactEmail())
                .map(address -> new Contact(words.say("help.email"), ContactWay.email(address)));
        var phone = known(enterprise().contactPhone())
                .map(number -> new Contact(words.say("help.phone"), ContactWay.phone(number)));
        return Stream.of(email, phone).flatMap(Optional::stream).toList();
    }

    BrandColor color() {
        return BrandColor.of(enterprise().primaryColor());
    }

    Optional<String> logo() {
        return Logo.address(enterprise().logoUrl());
    }

    private WindowsEnterprise enterprise() {
        return template.organization().windowsEnterprise().orElseThrow();
    }

    private static Optional<String> known(@Nullable String value) {
        return Optional.ofNullable(value).map(CleanText::singleLine).filter(text -> !text.isEmpty());
    }

    /** One way to ask somebody, with its label. */
    record Contact(String label, ContactWay way) {}

    /** One value to be entered, with the label of its field. */
    record Entry(String label, String value) {}
}
