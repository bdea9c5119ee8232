package io.mdm.enrollment.host;

import io.mdm.enrollment.api.Proof;
import io.mdm.enrollment.api.TokenNotUsable;
import io.mdm.enrollment.api.TokenRedemption;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The host's own enrollment of devices, which asks the module in process. */
@WebServlet("/host/devices")
public class DeviceEnrollmentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient TokenRedemption tokens;

    @Inject
    transient CreatedTokens created;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var proof = new Proof.Credential(request.getParameter("token"));
        response.getWriter().write(enroll(proof, request.getParameter("device")));
    }

    private String enroll(Proof proof, String device) {
        try {
            var known = created.contain(tokens.verify(proof).id());
            return "%s, %s, announced: %s"
                    .formatted(tokens.redeem(proof, device).state(), device, known);
        } catch (TokenNotUsable refused) {
            return refused.reason().name();
        }
    }
}
