package io.mdm.enrollment.host;

import static java.util.Objects.requireNonNull;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The host's sign-in page, which Windows shows for federated authentication ([MS-MDE2], section 3.2). Whoever comes by
 * a personal link is signed in by its credential, which becomes the security token of the device; nobody else can sign
 * in here.
 */
@WebServlet(SignInPage.PATH)
public class SignInPage extends HttpServlet {
    public static final String PATH = "/EnrollmentServer/SignIn";

    private static final long serialVersionUID = 1L;
    private static final String WINDOWS = "ms-app://[\\w.-]+";
    private static final String FORM =
            "<form method=\"post\" action=\"%s\"><input type=\"hidden\" name=\"wresult\" value=\"%s\"></form>"
                    + "<script>document.forms[0].submit()</script>";

    @Inject
    transient TokenRedemption tokens;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var windows = request.getParameter("appru");
        var credential = request.getParameter("accesstoken");
        if (windows == null || !windows.matches(WINDOWS) || credential == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            var token = tokens.open(new Proof.Credential(credential));
            if (!request.getParameter("login_hint").equalsIgnoreCase(token.email())) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter()
                    .write(FORM.formatted(
                            windows, requireNonNull(token.enrollmentLink()).credential()));
        } catch (TokenNotUsable refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
