package io.mdm.enrollment.web.mail;

import static java.util.stream.Collectors.joining;

import io.mdm.enrollment.api.Invitation;
import io.mdm.enrollment.web.mail.Block.Heading;
import io.mdm.enrollment.web.mail.Block.Link;
import io.mdm.enrollment.web.mail.Block.Paragraph;
import io.mdm.enrollment.web.mail.Block.Steps;
import io.mdm.enrollment.web.text.Html;
import io.mdm.enrollment.web.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation says, once, for both of its forms.
 *
 * @param language the language it is written in (BCP 47)
 */
record InvitationContent(String language, String subject, List<Block> blocks) {
    private static final String WORDS = "io.mdm.enrollment.web.mail.invitation";
    private static final Pattern BLANK_LINES = Pattern.compile("\n[ \t\n]*\n");
    /** A name of any length must leave the subject readable. */
    private static final int SUBJECT_NAME = 80;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width"/>
            <title>%s</title>
            </head>
            <body style="margin:0 auto;max-width:600px;padding:16px;font-family:sans-serif;line-height:1.5">
            %s</body>
            </html>""";

    static InvitationContent of(Invitation invitation) {
        var words = Wording.of(WORDS, invitation.language());
        var organization = HeaderText.onOneLine(invitation.organizationName());
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(words.say("greeting")));
        blocks.add(new Paragraph(words.say("introduction", organization)));
        addOwnWords(blocks, invitation, words);
        blocks.add(new Paragraph(words.say("link")));
        blocks.add(new Link(words.say("link.button"), words.say("link.bare"), invitation.link()));
        blocks.add(new Paragraph(words.say("expiry", words.moment(invitation.expireAt()))));
        blocks.add(new Paragraph(words.say("personal")));
        addManualWay(blocks, invitation, words);
        addContact(blocks, invitation, words);
        var subject = words.say("subject", HeaderText.shortened(organization, SUBJECT_NAME));
        return new InvitationContent(words.tag(), subject, List.copyOf(blocks));
    }

    private static void addOwnWords(List<Block> blocks, Invitation invitation, Wording words) {
        var name = known(invitation.displayName());
        if (!name.isEmpty()) {
            blocks.add(new Paragraph(words.say("name", name)));
        }
        var ownWords = invitation.emailText();
        if (ownWords != null) {
            BLANK_LINES
                    .splitAsStream(ownWords.strip())
                    .filter(text -> !text.isEmpty())
                    .map(Paragraph::new)
                    .forEach(blocks::add);
        }
    }

    private static void addManualWay(List<Block> blocks, Invitation invitation, Wording words) {
        blocks.add(new Heading(words.say("manual")));
        blocks.add(new Paragraph(words.say("manual.introduction")));
        blocks.add(new Steps(List.of(
                words.say("manual.settings"),
                words.say("manual.enroll"),
                words.say("manual.address", HeaderText.onOneLine(invitation.email())),
                words.say(
                        "manual.server",
                        HeaderText.onOneLine(invitation.enterprise().serverName())))));
    }

    private static void addContact(List<Block> blocks, Invitation invitation, Wording words) {
        var email = known(invitation.enterprise().contactEmail());
        var phone = known(invitation.enterprise().contactPhone());
        if (!email.isEmpty() && !phone.isEmpty()) {
            blocks.add(new Paragraph(words.say("contact", email, phone)));
        } else if (!email.isEmpty()) {
            blocks.add(new Paragraph(words.say("contact.email", email)));
        } else if (!phone.isEmpty()) {
            blocks.add(new Paragraph(words.say("contact.phone", phone)));
        }
    }

    private static String known(@Nullable String value) {
        return value == null ? "" : HeaderText.onOneLine(value);
    }

    String text() {
        return blocks.stream().map(Block::text).collect(joining("\n\n"));
    }

    String html() {
        return PAGE.formatted(
                language,
                Html.escaped(subject),
                blocks.stream().map(Block::html).collect(joining()));
    }
}
