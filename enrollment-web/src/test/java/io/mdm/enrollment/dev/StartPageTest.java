package io.mdm.enrollment.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import jakarta.json.JsonObject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartPageTest {
    private static final Pattern FILE =
            Pattern.compile("(?:src|href)=\"([a-z-]+\\.[a-z]+)\"|from \"\\./([a-z]+\\.js)\"");

    /** What would read text as HTML or as a script. */
    private static final List<String> UNESCAPED =
            List.of("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "srcdoc", "eval(", "Function(");

    private MailRelay relay;
    private StartPage page;

    @BeforeEach
    void open() throws IOException {
        relay = MailRelay.open();
        page = StartPage.open(
                0,
                new StaticPages(URI.create("http://127.0.0.1:1/")),
                new InboxPages(relay.letters()),
                new ApiPage(URI.create("http://127.0.0.1:1/api/"), "administrators.token"));
    }

    @AfterEach
    void close() {
        page.close();
        relay.close();
    }

    @Test
    void has_every_file_that_it_names_and_asks_nobody_else_for_one() {
        assertThat(files()).hasSizeGreaterThan(10).allSatisfy(file -> {
            var reply = get("/" + file);
            assertThat(reply.status()).as(file).isEqualTo(200);
            assertThat(reply.body().replace("http://www.w3.org/2000/svg", ""))
                    .as(file)
                    .doesNotContain("http://", "https://");
        });
    }

    @Test
    void takes_nothing_that_it_shows_for_html() {
        assertThat(files())
                .allSatisfy(file -> assertThat(get("/" + file).body()).doesNotContain(UNESCAPED));
        assertThat(get("/").header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self' http://127.0.0.1:1;")
                .doesNotContain("unsafe");
    }

    @Test
    void listens_to_this_machine_only() throws IOException {
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress());

        int port = page.address().getPort();
        assertThat(others)
                .allSatisfy(address -> assertThatThrownBy(() -> new Socket(address, port).close())
                        .isInstanceOf(ConnectException.class));
    }

    @Test
    void answers_to_no_name_but_its_own() {
        assertThat(raw("GET / HTTP/1.0\nHost: elsewhere.example").status()).isEqualTo(421);
        assertThat(raw("GET / HTTP/1.0\nHost: localhost:" + page.address().getPort())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void only_shows() {
        assertThat(raw("POST / HTTP/1.0\nHost: " + page.address().getAuthority())
                        .status())
                .isEqualTo(405);
        assertThat(get("/nowhere").status()).isEqualTo(404);
        assertThat(get("/../directory.json").status()).isEqualTo(404);
        assertThat(get("/inbox/1.json").status()).isEqualTo(404);
    }

    @Test
    void lets_a_mail_run_nothing() throws MessagingException {
        deliver("zoe@acme.example", "<script>alert(1)</script>");

        var html = get("/inbox/1.html");
        assertThat(html.body()).contains("<script>alert(1)</script>");
        assertThat(html.header("Content-Security-Policy"))
                .startsWith("sandbox ")
                .contains("default-src 'none'")
                .doesNotContain("script");
        assertThat(get("/inbox/1.eml").header("Content-Type")).startsWith("text/plain");
        assertThat(get("/inbox/1.eml").header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void lists_mails_the_newest_first_by_recipient_or_subject() throws MessagingException {
        deliver("zoe@acme.example", "first");
        deliver("ana@acme.example", "second");

        assertThat(mails("")).containsExactly("2 ana@acme.example", "1 zoe@acme.example");
        assertThat(mails("?ZOE%40ac")).containsExactly("1 zoe@acme.example");
        assertThat(mails("?hello")).hasSize(2);
        assertThat(mails("?nobody")).isEmpty();
        assertThat(get("/inbox/1.json").json().getString("to")).isEqualTo("zoe@acme.example");
    }

    @Test
    void drops_the_oldest_of_very_many_mails() {
        for (int i = 0; i <= Letters.MAX_KEPT; i++) {
            relay.letters().add("Subject: Hello\r\n\r\nHello");
        }

        var list = get("/inbox").json();
        assertThat(list.getInt("received")).isEqualTo(Letters.MAX_KEPT + 1);
        assertThat(list.getInt("found")).isEqualTo(Letters.MAX_KEPT);
        assertThat(list.getJsonArray("mails")).hasSize(100);
        assertThat(get("/inbox/1.json").status()).isEqualTo(404);
    }

    @Test
    void hands_the_administrators_token_to_swagger_ui_where_no_server_sees_it() {
        var reply = get("/api");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("http://127.0.0.1:1/api/#token=administrators.token");
    }

    private List<String> files() {
        var files = new ArrayList<String>();
        collect("", files);
        return files;
    }

    private void collect(String name, List<String> files) {
        namedIn(get("/" + name).body()).filter(file -> !files.contains(file)).forEach(file -> {
            files.add(file);
            collect(file, files);
        });
    }

    private static Stream<String> namedIn(String text) {
        return FILE.matcher(text).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    }

    private List<String> mails(String query) {
        return get("/inbox" + query).json().getJsonArray("mails").getValuesAs(JsonObject.class).stream()
                .map(mail -> mail.getInt("number") + " " + mail.getString("to"))
                .toList();
    }

    private Reply get(String path) {
        return EnrollmentServer.at(page.address()).get(path);
    }

    private Reply raw(String head) {
        return EnrollmentServer.at(page.address()).sendRaw(head, "");
    }

    private void deliver(String to, String html) throws MessagingException {
        var relay = new Properties();
        relay.put("mail.smtp.host", "127.0.0.1");
        relay.put("mail.smtp.port", Integer.toString(this.relay.port()));
        var mail = "From: it@acme.example\r\nTo: " + to + "\r\nSubject: Hello\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n\r\n<html><head></head><body>" + html + "</body></html>";
        var message = new MimeMessage(
                Session.getInstance(relay), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
        Transport.send(message, message.getRecipients(RecipientType.TO));
    }
}
