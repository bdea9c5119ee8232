package io.mdm.enrollment.host.ear;

import io.mdm.enrollment.api.BatchReports;
import io.mdm.enrollment.api.InvitationResending;
import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.IssueUserToken;
import io.mdm.enrollment.api.PersonErasure;
import io.mdm.enrollment.api.TokenCatalog;
import io.mdm.enrollment.api.TokenExpectation;
import io.mdm.enrollment.api.TokenIssuance;
import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.TokenRevocation;
import io.mdm.enrollment.api.UserTokenIssuance;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.Proof;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Use cases of the module that the host carries out in process: each at a path, the answer is the result as text. */
@WebServlet(Operations.PATH + "*")
public class Operations extends HttpServlet {
    public static final String PATH = "/operations/";
    private static final String DEVICE = "698efa6ed851667d9c0aec99";

    private static final long serialVersionUID = 1L;
    private static final String ORGANIZATION = "698efa6ed851667d9c0aec88";
    private static final String CALLER = "host";
    private static final EnrollmentSettings SETTINGS =
            new EnrollmentSettings(false, null, List.of(), Duration.ofHours(1), null, null, null, List.of(), null);

    @Inject
    transient TokenRedemption redemption;

    @Inject
    transient TokenIssuance issuance;

    @Inject
    transient UserTokenIssuance userTokenIssuance;

    @Inject
    transient TokenRevocation revocation;

    @Inject
    transient TokenCatalog catalog;

    @Inject
    transient BatchReports reports;

    @Inject
    transient InvitationResending resending;

    @Inject
    transient PersonErasure erasure;

    @Inject
    transient HostTransactions transactions;

    @EJB(lookup = "java:app/host-events/CreatedBatches")
    transient CreatedBatches created;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try {
            response.getWriter().print(carryOut(request.getPathInfo().substring(1), request));
        } catch (RuntimeException thrown) {
            response.getWriter().print(thrown);
        }
    }

    private Object carryOut(String operation, HttpServletRequest request) {
        var id = request.getParameter("id");
        var email = request.getParameter("email");
        return switch (operation) {
            case "issue" ->
                issuance.issue(new IssueTokens(ORGANIZATION, CALLER, SETTINGS, List.of(email), Optional.empty()))
                        .batchId()
                        .orElseThrow();
            case "issue-to-user" ->
                userTokenIssuance
                        .issue(new IssueUserToken(ORGANIZATION, CALLER, SETTINGS, id))
                        .state();
            case "heard-of" -> created.contain(id);
            case "report" -> report(id);
            case "state" ->
                catalog.token(ORGANIZATION, id, LinkVisibility.WITHHELD).state();
            case "verify" -> redemption.verify(proofs(request).get(0)).state();
            case "redeem" ->
                redemption.redeem(proofs(request).get(0), device(request)).state();
            case "redeem-and-fail" -> transactions.redeemAndFail(proofs(request).get(0), device(request));
            case "redeem-first-usable" ->
                transactions.redeemFirstUsable(proofs(request), device(request)).state();
            case "revoke" ->
                revocation
                        .revoke(ORGANIZATION, id, TokenExpectation.NONE, LinkVisibility.WITHHELD)
                        .state();
            case "resend" ->
                resending.resend(ORGANIZATION, id, LinkRotation.KEEP).mail().state();
            case "erase" -> erasure.erase(ORGANIZATION, email).tokens();
            default -> throw new UnsupportedOperationException(operation);
        };
    }

    /** Id and code of the first token. */
    private String report(String batchId) {
        var whole = ReportQuery.all(ORGANIZATION, batchId, 1, 10, LinkVisibility.SHOWN);
        var first = reports.report(whole).items().iterator().next();
        return first.tokenId() + " " + first.enrollCode();
    }

    /** A credential, or codes of one address. */
    private static List<Proof> proofs(HttpServletRequest request) {
        var credential = request.getParameter("credential");
        var email = request.getParameter("email");
        return credential != null
                ? List.of(new Proof.Credential(credential))
                : Stream.of(request.getParameterValues("code"))
                        .<Proof>map(code -> new Proof.Code(email, code))
                        .toList();
    }

    private static String device(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("device")).orElse(DEVICE);
    }
}
