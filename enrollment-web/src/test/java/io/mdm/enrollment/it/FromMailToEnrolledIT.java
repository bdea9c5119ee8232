package io.mdm.enrollment.it;

import static io.mdm.enrollment.host.SoapMessages.ENROLLMENT_SERVICE;
import static io.mdm.enrollment.host.SoapMessages.POLICY_SERVICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.host.SoapMessages.Request;
import io.mdm.enrollment.support.Chromium;
import io.mdm.enrollment.support.Chromium.On;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.SigningKeys;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of an invitation: from the administrator's call to an enrolled device. */
@Tag("browser")
@ExtendWith(Drivers.class)
class FromMailToEnrolledIT {
    private static final String SCHEME = "ms-device-enrollment:?";

    @Test
    void the_mail_leads_to_one_enrolled_device(@TempDir Path directory, SigningKeys keys, Inbox inbox) {
        try (var host = EmbeddingHost.start(directory);
                var browser = Chromium.start()) {
            var server = host.administeredWith(keys);
            var bulk = server.postBulk("acme", "{\"sendEmail\":true,\"userEmails\":[\"bo+b@enrolled.example\"]}");
            var link = URI.create(inbox.awaitMailTo("bo+b@enrolled.example").link());

            var page = host.application().root().resolve(link.getPath());
            var button = browser.on(On.WINDOWS).open(page).element("a.button");
            var parameters = parametersOf(String.valueOf(button.getDomProperty("href")));
            assertThat(parameters).containsOnlyKeys("mode", "username", "servername", "accesstoken");
            assertThat(parameters).containsEntry("mode", "mdm").containsEntry("username", "bo+b@enrolled.example");

            var username = requireNonNull(parameters.get("username"));
            var accessToken = requireNonNull(parameters.get("accesstoken"));
            var signIn = host.signIn(username, accessToken);
            var securityToken = Jsoup.parse(signIn.body())
                    .expectFirst("form[action^=ms-app:] input[name=wresult]")
                    .attr("value");
            assertThat(host.signIn("eve@enrolled.example", accessToken).status())
                    .isEqualTo(403);

            var device = new Request(new Proof.Credential(securityToken), "Surface of Bo");
            assertThat(host.ask(POLICY_SERVICE, device).status()).isEqualTo(200);
            assertThat(host.ask(ENROLLMENT_SERVICE, device).status()).isEqualTo(200);
            var token =
                    server.reportOf(bulk).getJsonArray("items").getJsonObject(0).getString("tokenId");
            assertThat(server.get(server.bulks("acme").getPath().replaceFirst("bulk$", token))
                            .body())
                    .contains("\"state\":\"DONE\"");

            var another = new Request(device.proof(), "another laptop");
            assertThat(host.ask(ENROLLMENT_SERVICE, another).body()).contains("USED");
            assertThat(host.signIn(username, accessToken).status()).isEqualTo(403);
            assertThat(browser.open(page).text("main")).contains("has been used");
        }
    }

    private static Map<String, String> parametersOf(String deepLink) {
        assertThat(deepLink).startsWith(SCHEME);
        return Stream.of(deepLink.substring(SCHEME.length()).split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(toMap(parameter -> parameter[0], parameter -> URLDecoder.decode(parameter[1], UTF_8)));
    }
}
