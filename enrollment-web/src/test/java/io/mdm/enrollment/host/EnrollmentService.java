package io.mdm.enrollment.host;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.token.TokenNotUsable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The host's own enrollment of devices ([MS-MDE2], sections 3.3 and 3.4), as far as it concerns the module: it asks in
 * process whether the security token is good when a device asks for the policies, and uses it up when the device
 * enrolls.
 */
@WebServlet({SoapMessages.POLICY_SERVICE, SoapMessages.ENROLLMENT_SERVICE})
public class EnrollmentService extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient TokenRedemption tokens;

    @Inject
    transient CreatedTokens created;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/soap+xml;charset=UTF-8");
        var asked = SoapMessages.read(request.getInputStream());
        try {
            response.getWriter().write(answer(request.getServletPath(), asked));
        } catch (TokenNotUsable refused) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR); // SOAP 1.2, part 2, section 7.5.2
            response.getWriter().write(SoapMessages.fault(refused.reason().name()));
        }
    }

    private String answer(String service, SoapMessages.Request asked) {
        if (service.equals(SoapMessages.POLICY_SERVICE)) {
            tokens.verify(asked.proof());
            return SoapMessages.policies();
        }
        var token = tokens.redeem(asked.proof(), asked.winDeviceId());
        if (!created.contain(token.id())) {
            throw new IllegalStateException("the host was never told of this token");
        }
        return SoapMessages.provisioning();
    }
}
