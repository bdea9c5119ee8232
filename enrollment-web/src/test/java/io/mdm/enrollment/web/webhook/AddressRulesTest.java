package io.mdm.enrollment.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.web.config.WebhookConfiguration;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers to which requests are sent, and others. */
class AddressRulesTest {
    private static final URI SOURCE = URI.create("https://mdm.example");
    private final AddressRules strict = new AddressRules(new WebhookConfiguration(Set.of(), false, SOURCE));
    private final AddressRules listed =
            new AddressRules(new WebhookConfiguration(Set.of("hooks.internal", "10.1.2.3", "::1"), false, SOURCE));
    private final AddressRules development = new AddressRules(new WebhookConfiguration(Set.of(), true, SOURCE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "127.0.0.1",
                "127.1.2.3",
                "2130706433",
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "[::1]",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::1",
                "2001:0:7f00:1::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void addresses_that_are_not_public_are_refused(String address) {
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> strict.resolve(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.255.255", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "169.253.0.1"})
    void public_addresses_are_called(String address) throws UnknownHostException {
        assertThat(strict.resolve(address)).hasSize(1);
    }

    @Test
    void one_refused_address_among_several_refuses_the_host() {
        var mixed = new AddressRules(new WebhookConfiguration(Set.of(), false, SOURCE), host ->
                new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")});

        assertThatExceptionOfType(AddressRules.AddressRefused.class).isThrownBy(() -> mixed.resolve("host.example"));
    }

    @Test
    void listed_hosts_may_have_any_address() throws UnknownHostException {
        assertThat(listed.resolve("10.1.2.3")).hasSize(1);
        assertThat(listed.resolve("[::1]")).hasSize(1);
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> listed.resolve("10.1.2.4"));
    }

    @Test
    void a_module_on_the_loopback_calls_the_loopback_and_no_other_private_address() throws UnknownHostException {
        assertThat(development.resolve("127.0.0.1")).hasSize(1);
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> development.resolve("10.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host.example/hook",
                "ftp://host.example/hook",
                "file:///etc/passwd",
                "https:///hook",
                "https://user:password@host.example/hook",
                "https://host.example/hook#part",
                "https://host.example:0/hook",
                "https://host.example:65536/hook",
                "//host.example/hook",
                "host.example",
                "https://host example/",
                "http://127.0.0.1:8080/hook",
                ""
            })
    void other_urls_are_refused(String url) {
        assertThat(strict.target(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host.example", "HTTPS://host.example:8443/hook?key=value", " https://8.8.8.8/ "})
    void urls_with_tls_are_called(String url) {
        assertThat(strict.target(url)).isPresent();
    }

    @Test
    void without_tls_only_listed_hosts_and_the_loopback_of_a_module_there_are_called() {
        assertThat(listed.target("http://Hooks.internal/hook")).isPresent();
        assertThat(listed.target("http://127.0.0.1/hook")).isEmpty();
        assertThat(development.target("http://localhost:8080/hook")).isPresent();
        assertThat(development.target("http://host.example/hook")).isEmpty();
    }
}
