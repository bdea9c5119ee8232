package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.EnrollmentServer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What the reader can do next, ready to paste.
 *
 * @param documents the directory of {@code try.http}
 */
record Instructions(EnrollmentServer server, Callers callers, Path documents, Console console) {

    void print(String report) throws IOException {
        var variables = RequestVariables.of(
                server.base(), callers, server.report(report).data());
        console.heading("Tokens for your own calls, valid for a week: copied on the start page, and in two files");
        console.say("""
                %s  for shells and the REST Client of VS Code
                %s  for the HTTP client of IntelliJ, environment dev
                Both are read by %s. ADMIN may do everything, VISITOR nothing (403), STRANGER is of another organization (404).
                """.formatted(
                        variables.writeShellFile(documents),
                        variables.writeEnvironment(documents),
                        documents.resolve("try.http")));
        console.heading("Calls");
        console.say("""
                . %s
                # invite
                curl -i -H "Authorization: Bearer $ADMIN" -H 'Content-Type: application/json' \\
                  -d '{"sendEmail":true,"userEmails":["you@acme.example"]}' %s
                # report
                curl -s -H "Authorization: Bearer $ADMIN" %s
                # the API's description, and its health
                curl -s %s
                curl -s %s""".formatted(
                        documents.resolve(".env"),
                        server.bulks("acme"),
                        server.base().resolve(report),
                        server.base().resolve("openapi"),
                        server.base().resolve("health/ready")));
    }
}
