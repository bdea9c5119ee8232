package io.mdm.enrollment.web.mail.content;

import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.web.text.BrandColor;
import io.mdm.enrollment.web.text.CleanText;
import io.mdm.enrollment.web.text.ContactWay;
import io.mdm.enrollment.web.text.Isolation;
import io.mdm.enrollment.web.text.Wording;
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
        var key = template.timeLeft() == null ? "subject" : "reminder.subject";
        return words.say(key, CleanText.shortened(organization(), SUBJECT_NAME));
    }

    String organization() {
        return CleanText.singleLine(template.organization());
    }

    /** What is asked for, by whom, and in a reminder the time that is left. */
    String introduction() {
        var left = template.timeLeft();
        return left == null
                ? say("introduction")
                : words.say(
                        "reminder.introduction",
                        Isolation.of(organization()),
                        words.amount(left.amount(), left.unit()));
    }

    /** A sentence that may name the organization, {@link Isolation isolated}. */
    String say(String key) {
        return words.say(key, Isolation.of(organization()));
    }

    /** A sentence that names the end of the link. */
    String sayUntil(String key) {
        return words.say(key, words.day(template.expireAt()), words.timeOfDay(template.expireAt()));
    }

    String elsewhere() {
        return words.say("elsewhere", template.entryPage().toString(), fields.code());
    }

    Optional<String> name() {
        return known(template.displayName()).map(name -> words.say("name", Isolation.of(name)));
    }

    /** The paragraphs that the organization adds, of one line or more each. */
    List<String> note() {
        var text = template.emailText();
        return text == null
                ? List.of()
                : BLANK_LINES
                        .splitAsStream(CleanText.multiLine(text).strip())
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList();
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
        return template.enterprise();
    }

    private static Optional<String> known(@Nullable String value) {
        return Optional.ofNullable(value).map(CleanText::singleLine).filter(text -> !text.isEmpty());
    }

    /** One way to ask somebody, with its label. */
    record Contact(String label, ContactWay way) {}

    /** One value to be entered, with the label of its field. */
    record Entry(String label, String value) {}
}
