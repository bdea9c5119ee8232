package io.mdm.enrollment.host;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The host's page for its help desk, which asks for reminders; the query is the id of a bulk request. */
@WebServlet(HelpDesk.REMINDERS)
public class HelpDesk extends HttpServlet {
    public static final String REMINDERS = "/help-desk/reminders";

    private static final long serialVersionUID = 1L;

    @Inject
    transient Reminders reminders;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        reminders.remind(request.getQueryString());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
