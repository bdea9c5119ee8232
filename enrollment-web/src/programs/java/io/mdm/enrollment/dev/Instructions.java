package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.EnrollmentServer;

/** What the reader can do next, ready to paste. */
record Instructions(EnrollmentServer server, Callers callers, Console console) {

    void print(String report) {
        console.heading("Tokens for your own calls, valid for a week (also the variables of docs/try.http)");
        console.say("# may do everything\nexport ADMIN=" + callers.administrator());
        console.say("# may do nothing: 403\nexport VISITOR=" + callers.visitor());
        console.say("# of another organization: 404\nexport STRANGER=" + callers.stranger());
        console.heading("Calls");
        console.say("""
                # invite
                curl -i -H "Authorization: Bearer $ADMIN" -H 'Content-Type: application/json' \\
                  -d '{"sendEmail":true,"userEmails":["you@acme.example"]}' %s
                # report
                curl -s -H "Authorization: Bearer $ADMIN" %s
                # the API's description, and its health
                curl -s %s
                curl -s %s""".formatted(
                        server.bulks("acme"),
                        server.base().resolve(report),
                        server.base().resolve("openapi"),
                        server.base().resolve("health/ready")));
    }
}
