package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.Language;
import io.mdm.enrollment.api.MdmDirectory;
import io.mdm.enrollment.api.Proof;
import io.mdm.enrollment.api.TokenNotUsable;
import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.http.Paths;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;

/** Answers personal links. Opening one changes nothing: mail scanners open every link. */
@WebServlet("/" + Paths.ENROLL + "/*")
public class EnrollServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> METHODS = List.of("GET", "HEAD");
    private static final Logger LOG = System.getLogger(EnrollServlet.class.getName());

    @Inject
    transient TokenRedemption tokens;

    @Inject
    transient MdmDirectory directory;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (METHODS.contains(request.getMethod())) {
            super.service(request, response);
        } else {
            response.setHeader("Allow", String.join(", ", METHODS));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = begin(request, response); // sets the charset, which the writer then keeps to
        response.getWriter().write(page.html());
    }

    /** Servers are known to send over HTTP/2 whatever is written here (RFC 9110, section 9.3.2). */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        begin(request, response);
    }

    private EnrollPage begin(HttpServletRequest request, HttpServletResponse response) {
        var page = page(request);
        response.setStatus(page.status());
        PageHeaders.addTo(response);
        return page;
    }

    private EnrollPage page(HttpServletRequest request) {
        try {
            return live(credential(request));
        } catch (TokenNotUsable refused) {
            return EnrollPage.notUsable(refused.reason(), language(request));
        } catch (RuntimeException unforeseen) {
            LOG.log(
                    Level.ERROR,
                    "A personal link could not be looked up: {0}",
                    unforeseen.getClass().getName());
            return EnrollPage.away(language(request));
        }
    }

    private EnrollPage live(String credential) {
        var token = tokens.verify(new Proof.Credential(credential));
        var organization = directory.organization(token.organizationId()).orElseThrow();
        return EnrollPage.live(
                token, organization, organization.windowsEnterprise().orElseThrow(), credential);
    }

    private static String credential(HttpServletRequest request) {
        var path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }

    /** The first of the reader's languages that there is. */
    private static Language language(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Language.EN);
    }
}
