package io.mdm.enrollment.host;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Error page of the host. */
@WebServlet(HostErrorPage.PATH)
public class HostErrorPage extends HttpServlet {
    public static final String PATH = "/host/error";
    public static final String TEXT = "error page of the host";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(TEXT);
    }
}
