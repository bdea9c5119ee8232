package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.PersonalLinks;

/** Puts together what the container would, without jitter. */
public final class LaneDeliveryMaker {
    private LaneDeliveryMaker() {}

    public static LaneDelivery with(
            EnrollmentBatches batches,
            EnrollmentTokens tokens,
            Invitations invitations,
            MdmDirectory directory,
            InvitationMailer mailer,
            ModuleClock clock,
            ModuleConfiguration configuration) {
        return with(
                batches,
                tokens,
                invitations,
                directory,
                mailer,
                clock,
                configuration,
                new InMemoryHourlyMailQuotas(),
                new InMemorySuppressionList());
    }

    public static LaneDelivery with(
            EnrollmentBatches batches,
            EnrollmentTokens tokens,
            Invitations invitations,
            MdmDirectory directory,
            InvitationMailer mailer,
            ModuleClock clock,
            ModuleConfiguration configuration,
            HourlyMailQuotas quotas,
            SuppressionList suppressionList) {
        var delivery = new LaneDelivery();
        delivery.retries = new RetrySchedule(() -> 0.5);
        delivery.batches = batches;
        delivery.tokens = tokens;
        delivery.invitations = invitations;
        delivery.directory = directory;
        delivery.writer = writer(configuration);
        delivery.mailer = mailer;
        delivery.clock = clock;
        delivery.mailQuota = mailQuota(quotas, clock, configuration);
        delivery.suppression = new SuppressionRule();
        delivery.suppression.suppressionList = suppressionList;
        delivery.suppression.clock = clock;
        delivery.attempts = new Attempts();
        delivery.attempts.retries = delivery.retries;
        delivery.attempts.invitations = invitations;
        delivery.attempts.clock = clock;
        return delivery;
    }

    private static HourlyMailQuota mailQuota(
            HourlyMailQuotas quotas, ModuleClock clock, ModuleConfiguration configuration) {
        var mailQuota = new HourlyMailQuota();
        mailQuota.quotas = quotas;
        mailQuota.clock = clock;
        mailQuota.configuration = configuration;
        return mailQuota;
    }

    private static InvitationWriter writer(ModuleConfiguration configuration) {
        var writer = new InvitationWriter();
        writer.links = new PersonalLinks(configuration, new CredentialFactory(configuration));
        writer.configuration = configuration;
        return writer;
    }
}
