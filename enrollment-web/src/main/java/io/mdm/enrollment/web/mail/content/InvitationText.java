package io.mdm.enrollment.web.mail.content;

import io.mdm.enrollment.web.text.Isolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plain text of an invitation, for mail programs that show text only. */
public final class InvitationText {
    private static final String NOTE = "| ";

    private final InvitationContent content;
    private final List<String> paragraphs = new ArrayList<>();

    private InvitationText(InvitationContent content) {
        this.content = content;
    }

    /** Paragraphs with blank lines between them, lines separated by {@code \n}. */
    public static String of(InvitationContent content) {
        var text = new InvitationText(content);
        text.addInvitation();
        text.addNote();
        text.addMeaning();
        text.addManualWay();
        text.addContact();
        return Isolation.plain(String.join("\n\n", text.paragraphs));
    }

    private void addInvitation() {
        content.greeting().ifPresent(paragraphs::add);
        paragraphs.add(content.introduction());
        paragraphs.add(content.say("needs"));
        paragraphs.add(content.say("link"));
        paragraphs.add(content.fields().link());
        paragraphs.add(content.expiry() + "\n" + content.say("personal"));
        paragraphs.add(content.elsewhere());
        content.label().ifPresent(paragraphs::add);
    }

    /** Each line behind a mark, so that nothing in the note can pass for a part of the mail. */
    private void addNote() {
        if (!content.note().isEmpty()) {
            paragraphs.add(content.say("note"));
            paragraphs.add(String.join("\n\n", content.note())
                    .lines()
                    .map(line -> (NOTE + line).stripTrailing())
                    .collect(Collectors.joining("\n")));
        }
    }

    private void addMeaning() {
        addHeading("consequence.title");
        paragraphs.add(content.say("consequence"));
        addHeading("next.title");
        paragraphs.addAll(content.next());
    }

    private void addManualWay() {
        addHeading("manual");
        var lines = new ArrayList<String>();
        for (var step : content.steps()) {
            lines.add((lines.size() + 1) + ". " + step);
        }
        for (var entry : content.entries()) {
            lines.add("   " + entry.label() + " " + entry.value());
        }
        paragraphs.add(String.join("\n", lines));
    }

    private void addContact() {
        addHeading("help");
        if (content.contact().isEmpty()) {
            paragraphs.add(content.say("help.unknown"));
        } else {
            var lines = new ArrayList<>(List.of(content.say("help.known")));
            content.contact()
                    .forEach(contact ->
                            lines.add(contact.label() + " " + contact.way().value()));
            paragraphs.add(String.join("\n", lines));
        }
        paragraphs.add(content.say("unexpected"));
    }

    private void addHeading(String key) {
        paragraphs.add(content.say(key).toUpperCase(Locale.ROOT));
    }
}
