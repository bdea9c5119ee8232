package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Mail;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The mails of an inbox, numbered from 1 as they are first seen: the inbox itself orders them by recipient. */
final class Letters {
    private final Inbox inbox;
    private final Set<MimeMessage> seen = new HashSet<>();
    private final List<Mail> mails = new ArrayList<>();

    Letters(Inbox inbox) {
        this.inbox = inbox;
    }

    /** At most so many of those that follow a number. */
    synchronized List<Mail> after(int number, int limit) {
        inbox.messages().stream().filter(seen::add).map(Mail::of).forEach(mails::add);
        return List.copyOf(mails.subList(Math.min(number, mails.size()), Math.min(number + limit, mails.size())));
    }

    Optional<Mail> at(int number) {
        return after(number - 1, 1).stream().findFirst();
    }
}
