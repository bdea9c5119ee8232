package io.mdm.enrollment.web.mail.smtp;

import io.mdm.enrollment.api.spi.SmtpStep;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/**
 * Progress of one message through the steps of SMTP, for failures of Jakarta Mail do not tell it. Angus Mail asks for
 * the recipient's address when MAIL was accepted, and for the message when DATA was.
 */
final class SmtpProgress {
    private final Deadline deadline;
    private final SmtpTimeouts timeouts;
    private SmtpStep step = SmtpStep.MAIL;

    SmtpProgress(Deadline deadline, SmtpTimeouts timeouts) {
        this.deadline = deadline;
        this.timeouts = timeouts;
    }

    void begin() {
        deadline.begin(timeouts.envelope());
    }

    /** The recipient as Jakarta Mail takes it. */
    InternetAddress[] envelope(String recipient) {
        var address = new ObservedAddress(this);
        address.setAddress(recipient);
        return new InternetAddress[] {address};
    }

    void contentBegins() {
        step = SmtpStep.CONTENT;
        deadline.begin(timeouts.transfer());
    }

    void contentIsWritten() {
        deadline.begin(timeouts.acceptance());
    }

    /** @param command to which the relay replied, where it is known */
    SmtpStep step(Optional<String> command) {
        boolean announced =
                step == SmtpStep.RCPT && command.filter("DATA"::equals).isPresent();
        return announced ? SmtpStep.DATA : step;
    }

    private static final class ObservedAddress extends InternetAddress {
        private static final long serialVersionUID = 1L;

        private final transient SmtpProgress progress;

        private ObservedAddress(SmtpProgress progress) {
            this.progress = progress;
        }

        @Override
        public String getAddress() {
            if (progress.step == SmtpStep.MAIL) {
                progress.step = SmtpStep.RCPT;
            }
            return super.getAddress();
        }
    }
}
