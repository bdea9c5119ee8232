package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mdm.enrollment.api.BatchReports;
import io.mdm.enrollment.api.EnrollmentBatchCompleted;
import io.mdm.enrollment.api.EnrollmentBatchCreated;
import io.mdm.enrollment.api.EnrollmentTokenExpired;
import io.mdm.enrollment.api.EnrollmentTokenRedeemed;
import io.mdm.enrollment.api.EnrollmentTokenRevoked;
import io.mdm.enrollment.api.InvitationFailed;
import io.mdm.enrollment.api.InvitationSent;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.TokenExpectation;
import io.mdm.enrollment.api.TokenIssuance;
import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.TokenRevocation;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.spi.Sha256;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.domain.token.ExpiryJob;
import io.mdm.enrollment.host.CreatedTokens;
import io.mdm.enrollment.host.ObservedEvents;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The use cases as a host in the same server calls them: this class runs inside, in the WAR we ship. */
@ArquillianTest
class UseCasesInContainerIT {
    private static final String ACME = "698efa6ed851667d9c0aec88";
    private static final String DEVICE = "698efa6ed851667d9c0aec99";

    @Inject
    TokenIssuance issuance;

    @Inject
    TokenRedemption redemption;

    @Inject
    BatchReports reports;

    @Inject
    TokenRevocation revocation;

    @Inject
    CreatedTokens created;

    @Inject
    ObservedEvents observed;

    @Inject
    ExpiryJob expiryJob;

    @Deployment
    static WebArchive enrollmentWithThisTest() {
        return ShrinkWrap.create(ZipImporter.class, "enrollment-with-test.war")
                .importFrom(new File(System.getProperty("enrollment.war")))
                .as(WebArchive.class)
                .addClasses(UseCasesInContainerIT.class, CreatedTokens.class, ObservedEvents.class);
    }

    @Test
    void a_host_issues_is_told_redeems_and_reads_the_report() {
        var settings = new EnrollmentSettings(
                false, "Inside", List.of(), Duration.ofHours(1), null, null, null, List.of(), null);
        var addresses = List.of("inside@container.example", "nobody");

        var receipt = issuance.issue(new IssueTokens(ACME, "host", settings, addresses, Optional.empty()));

        assertEquals(1, receipt.success());
        assertEquals(1, receipt.fail());
        var item = report(receipt.batchId().orElseThrow()).items().iterator().next();
        assertTrue(created.contain(requireNonNull(item.tokenId())));
        var proof = new Proof.Code("inside@container.example", requireNonNull(item.enrollCode()));
        assertEquals(IssuedToken.State.DONE, redemption.redeem(proof, DEVICE).state());
        assertThrows(TokenNotUsable.class, () -> redemption.redeem(proof, DEVICE.replace('c', 'd')));
    }

    @Test
    void a_host_is_told_of_everything_once_it_is_true() {
        var settings =
                new EnrollmentSettings(true, "Told", List.of(), Duration.ofHours(1), null, null, null, List.of(), null);
        var addresses = List.of("told-0@container.example", "told-1@container.example");
        var batchId = issuance.issue(new IssueTokens(ACME, "host", settings, addresses, Optional.empty()))
                .batchId()
                .orElseThrow();
        observed.await(EnrollmentBatchCreated.class, event -> event.batchId().equals(batchId));
        observed.await(InvitationSent.class, event -> event.batchId().equals(batchId));
        observed.await(InvitationSent.class, event -> event.batchId().equals(batchId));
        var completed = observed.await(
                EnrollmentBatchCompleted.class, event -> event.batchId().equals(batchId));
        assertEquals(2, completed.sent());

        var items = report(batchId).items().iterator();
        var used = items.next();
        var proof = new Proof.Code("told-0@container.example", requireNonNull(used.enrollCode()));
        redemption.redeem(proof, DEVICE);
        var redeemed = observed.await(
                EnrollmentTokenRedeemed.class, event -> event.batchId().equals(batchId));
        assertEquals(used.tokenId(), redeemed.tokenId());
        assertEquals(DEVICE, redeemed.winDeviceId());

        revocation.revoke(ACME, requireNonNull(items.next().tokenId()), TokenExpectation.NONE, LinkVisibility.WITHHELD);
        observed.await(EnrollmentTokenRevoked.class, event -> event.batchId().equals(batchId));
    }

    /** Other servers of the tests look for them as well, and would tell their own hosts. */
    @Test
    void a_host_is_told_of_tokens_that_expire_and_of_mails_that_fail() throws Exception {
        var expiring = IntStream.range(0, 30)
                .mapToObj(index -> issue(false, Duration.ofSeconds(1 + 6 * index), "short@container.example"))
                .toList();
        var expired = observed.await(
                EnrollmentTokenExpired.class, event -> expiring.contains(event.batchId()), expiryJob::step);
        assertEquals(report(expired.batchId()).items().iterator().next().tokenId(), expired.tokenId());

        suppress("full@container.example");
        var failing = IntStream.range(0, 5)
                .mapToObj(index -> issue(true, Duration.ofHours(1), "full@container.example"))
                .toList();
        var failed = observed.await(InvitationFailed.class, event -> failing.contains(event.batchId()));
        assertEquals(InvitationFailed.Reason.SUPPRESSED, failed.reason());
        assertEquals(OptionalInt.of(550), failed.reply());
    }

    private String issue(boolean sendEmail, Duration duration, String address) {
        var settings =
                new EnrollmentSettings(sendEmail, "Found", List.of(), duration, null, null, null, List.of(), null);
        return issuance.issue(new IssueTokens(ACME, "host", settings, List.of(address), Optional.empty()))
                .batchId()
                .orElseThrow();
    }

    /** As if the relay had refused the mailbox before. */
    @SuppressWarnings("BanJNDI") // the name is a constant
    private static void suppress(String address) throws Exception {
        DataSource source = InitialContext.doLookup("jdbc/enrollment");
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement("""
                        insert into enrollment.suppression (organization_id, address_hash, reply, suppressed_at)
                        values (?, ?, 550, now())
                        """)) {
            statement.setString(1, ACME);
            statement.setLong(
                    2, ByteBuffer.wrap(Sha256.hash(address.getBytes(UTF_8))).getLong());
            statement.executeUpdate();
        }
    }

    @Test
    @SuppressWarnings("BanJNDI") // the name is a constant
    void what_is_rolled_back_is_told_only_to_those_who_take_part() throws Exception {
        var settings = new EnrollmentSettings(
                false, "Undone", List.of(), Duration.ofHours(1), null, null, null, List.of(), null);
        var batchId = issuance.issue(
                        new IssueTokens(ACME, "host", settings, List.of("undone@container.example"), Optional.empty()))
                .batchId()
                .orElseThrow();
        var tokenId = requireNonNull(report(batchId).items().iterator().next().tokenId());

        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        revocation.revoke(ACME, tokenId, TokenExpectation.NONE, LinkVisibility.WITHHELD);
        transaction.rollback();

        assertTrue(observed.inProgress().stream().anyMatch(event -> isRevocationOf(tokenId, event)));
        assertTrue(observed.committed().stream().noneMatch(event -> isRevocationOf(tokenId, event)));
    }

    private static boolean isRevocationOf(String tokenId, Record event) {
        return event instanceof EnrollmentTokenRevoked revoked
                && revoked.tokenId().equals(tokenId);
    }

    private BatchReport report(String batchId) {
        return reports.report(ReportQuery.all(ACME, batchId, 1, 10, LinkVisibility.SHOWN));
    }
}
