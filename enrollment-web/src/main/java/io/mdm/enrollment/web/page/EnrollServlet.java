package io.mdm.enrollment.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.spi.TracedLogger;
import io.mdm.enrollment.web.body.PacedBody;
import io.mdm.enrollment.web.config.PageConfiguration;
import io.mdm.enrollment.web.telemetry.ServletTrace;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;

/**
 * Personal links, and the form for address and code. Opening a link changes nothing, because mail scanners open every
 * link.
 */
public class EnrollServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> READING = List.of("GET", "HEAD");
    private static final List<String> WRITING = List.of("GET", "HEAD", "POST");
    private static final Logger LOG = TracedLogger.of(EnrollServlet.class);

    @Inject
    transient EnrollPages pages;

    @Inject
    transient PageConfiguration configuration;

    @Inject
    transient ServletTrace trace;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        trace.begin(request);
        try {
            answer(request, response);
        } finally {
            trace.end();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var methods = isForm(request) ? WRITING : READING;
        if (methods.contains(request.getMethod())) {
            super.service(request, response);
        } else {
            response.setHeader("Allow", String.join(", ", methods));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(read(request), response);
    }

    /** Without a body, which some servers would send over HTTP/2 (RFC 9110, section 9.3.2). */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        begin(read(request), response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var pageRequest = pageRequest(request);
        try {
            CodeFormBody.requireForm(request);
            if (request.isAsyncSupported() && !BodyArrival.isOver(request) && !BodyArrival.isThere(request)) {
                BodyArrival.await(request, CodeFormBody.MAX_BYTES);
                return;
            }
            var typed = CodeFormBody.of(body(request));
            send(orUnavailable(pageRequest, () -> pages.ofForm(pageRequest, typed)), response);
        } catch (CodeFormBody.Unreadable unreadable) {
            send(
                    MessagePages.unreadable(PageLayout.of(pageRequest), pageRequest.enroll(), unreadable.status()),
                    response);
        }
    }

    /**
     * Read by this thread if it is there, or if a host that embeds the module has filters for which a thread has to
     * wait.
     */
    private static byte[] body(HttpServletRequest request) throws CodeFormBody.Unreadable {
        try {
            return BodyArrival.isOver(request)
                    ? BodyArrival.bytes(request)
                    : new PacedBody(request.getInputStream()).readNBytes(CodeFormBody.MAX_BYTES + 1);
        } catch (IOException incomplete) {
            throw new CodeFormBody.Unreadable(HttpServletResponse.SC_REQUEST_TIMEOUT);
        }
    }

    private Page read(HttpServletRequest request) {
        var pageRequest = pageRequest(request);
        return isForm(request)
                ? pages.form(pageRequest)
                : orUnavailable(
                        pageRequest,
                        () -> pages.ofLink(pageRequest, request.getPathInfo().substring(1)));
    }

    private static Page orUnavailable(PageRequest pageRequest, Supplier<Page> page) {
        try {
            return page.get();
        } catch (RuntimeException unforeseen) {
            LOG.log(
                    Level.ERROR,
                    "Lookup of a personal link failed: {0}",
                    unforeseen instanceof EnrollmentException refused
                            ? refused.problem()
                            : unforeseen.getClass().getName());
            return MessagePages.unavailable(PageLayout.of(pageRequest));
        }
    }

    private static void send(Page page, HttpServletResponse response) throws IOException {
        begin(page, response);
        response.getOutputStream().write(page.html().getBytes(UTF_8)); // Payara's writer encodes slowly
    }

    private static void begin(Page page, HttpServletResponse response) {
        response.setStatus(page.status());
        if (page.status() == HttpServletResponse.SC_REQUEST_TIMEOUT) {
            response.setHeader("Connection", "close"); // RFC 9110, section 15.5.9
        }
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        page.headers().forEach(response::setHeader);
    }

    private PageRequest pageRequest(HttpServletRequest request) {
        return PageRequest.of(request, configuration.clientAddressHeader());
    }

    private static boolean isForm(HttpServletRequest request) {
        var below = request.getPathInfo();
        return below == null || below.equals("/");
    }
}
