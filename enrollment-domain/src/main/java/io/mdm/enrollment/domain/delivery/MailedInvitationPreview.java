package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.InvitationPreview;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.LimitReached;
import io.mdm.enrollment.api.PreviewInvitation;
import io.mdm.enrollment.api.RateLimit;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.mail.TestMail;
import io.mdm.enrollment.api.mail.WrittenInvitation;
import io.mdm.enrollment.api.spi.AdmittedOrganization;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.api.spi.Sha256;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatch.Origin;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.batch.SendTime;
import io.mdm.enrollment.domain.batch.SettingsCheck;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.CredentialSeed;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.PersonalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invitations of tokens that are made to be looked at, and stored nowhere. */
@UseCase
@ApplicationScoped
class MailedInvitationPreview implements InvitationPreview {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Of a request without recipients; the domain is reserved for examples (RFC 2606, section 3). */
    private static final Recipient EXAMPLE = Recipient.ofAdmitted("recipient@example.com");

    private final AdmittedOrganization admitted;
    private final MdmDirectory directory;
    private final SettingsCheck settingsCheck;
    private final InvitationWriter writer;
    private final InvitationMailer mailer;
    private final HourlyMailQuotas quotas;
    private final ModuleConfiguration configuration;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    MailedInvitationPreview() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    MailedInvitationPreview(
            AdmittedOrganization admitted,
            MdmDirectory directory,
            SettingsCheck settingsCheck,
            PersonalLinks links,
            InvitationMailer mailer,
            HourlyMailQuotas quotas,
            ModuleConfiguration configuration,
            ModuleClock clock) {
        this.admitted = admitted;
        this.directory = directory;
        this.settingsCheck = settingsCheck;
        this.writer = new InvitationWriter(links);
        this.mailer = mailer;
        this.quotas = quotas;
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    public WrittenInvitation preview(PreviewInvitation command) {
        return mailer.write(invitation(command, chosen(command)));
    }

    /** Outside the transaction of an idempotency key, which would hold the counts as long as the relay takes. */
    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public TestMail test(PreviewInvitation command, String caller, String address) {
        var recipient = Recipient.of(address, localPart())
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.UNREACHABLE_CALLER));
        var chosen = chosen(command);
        var invitation = invitation(command, new Invitee(0, recipient, chosen.particulars()));
        var organizationId = command.request().organizationId();
        count(callerOf(organizationId, caller), MAX_HOURLY_TESTS);
        configuration.hourlyMailQuota().ifPresent(quota -> count(organizationId, quota));
        return sent(invitation);
    }

    private TestMail sent(Invitation invitation) {
        try {
            return outcome(mailer.sendAtOnce(invitation));
        } catch (RelayUnavailable unavailable) {
            return new TestMail(MailState.FAILED, null);
        }
    }

    private static TestMail outcome(RelayAnswer answer) {
        if (answer instanceof RelayReply reply) {
            return new TestMail(reply.accepted() ? MailState.SENT : MailState.FAILED, String.valueOf(reply.code()));
        }
        return new TestMail(MailState.FAILED, null);
    }

    private void count(String owner, int limit) {
        var now = clock.instant();
        quotas.take(owner, limit, now).ifPresent(until -> {
            var wait = Duration.between(now, until);
            throw new LimitReached(EnrollmentProblem.TEST_MAILS_REACHED, new RateLimit(limit, HOUR, 0, wait));
        });
    }

    /** Not the caller itself, which may be an address. */
    private static String callerOf(String organizationId, String caller) {
        var hash = Sha256.hash(caller.getBytes(StandardCharsets.UTF_8));
        return organizationId + "/" + HexFormat.of().formatHex(hash, 0, 16);
    }

    private Invitation invitation(PreviewInvitation command, Invitee invitee) {
        var request = command.request();
        var now = clock.instant();
        SendTime.require(request.sendAt(), now);
        var organization = organization(request.organizationId());
        var enterprise = organization.windowsEnterprise().orElseThrow(MailedInvitationPreview::notFound);
        settingsCheck.require(request);
        var batch = EnrollmentBatch.accept(organization, enterprise, request, Origin.BULK_REQUEST, now);
        var token = EnrollmentToken.issue(
                batch, invitee, user(organization, invitee.recipient()), new CredentialSeed("preview", new byte[0]));
        return writer.preview(token, batch, organization);
    }

    private Invitee chosen(PreviewInvitation command) {
        var request = command.request();
        return command.address()
                .map(address -> withAddress(request, address))
                .orElseGet(() -> at(command.index(), request));
    }

    private Invitee withAddress(IssueTokens request, String address) {
        var wanted = valid(address);
        return invitees(request)
                .filter(invitee -> invitee.recipient().key().equals(wanted.key()))
                .findFirst()
                .orElse(new Invitee(0, wanted));
    }

    private Invitee at(Optional<Integer> index, IssueTokens request) {
        return index.map(at -> invitee(request, at).orElse(new Invitee(at, EXAMPLE, request.particularsOf(at))))
                .or(() -> invitees(request).findFirst())
                .orElse(new Invitee(0, EXAMPLE));
    }

    private Stream<Invitee> invitees(IssueTokens request) {
        return IntStream.range(0, request.addresses().size())
                .mapToObj(index -> invitee(request, index))
                .flatMap(Optional::stream);
    }

    private Optional<Invitee> invitee(IssueTokens request, int index) {
        return Recipient.of(request.addresses().get(index), localPart())
                .map(recipient -> new Invitee(index, recipient, request.particularsOf(index)));
    }

    private Optional<MdmUser> user(Organization organization, Recipient recipient) {
        var users = directory.usersByAddress(organization.id(), recipient.spellings());
        return recipient.spellings().stream()
                .flatMap(address -> Stream.ofNullable(users.get(address)))
                .findFirst();
    }

    private Recipient valid(String address) {
        return Recipient.of(address, localPart())
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.INVALID_RECIPIENT));
    }

    private LocalPart localPart() {
        return LocalPart.allowedBy(configuration);
    }

    private Organization organization(String id) {
        return admitted.current()
                .filter(known -> known.id().equals(id))
                .or(() -> directory.organization(id))
                .orElseThrow(MailedInvitationPreview::notFound);
    }

    private static EnrollmentException notFound() {
        return new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
    }
}
