package io.mdm.enrollment.web.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.http.RedemptionRequest;
import io.mdm.enrollment.api.http.RequestError;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.config.RequestLimits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedemptionSchemaTest {
    private static final String DEVICE = "698efa6ed851667d9c0aec99";

    private final BodyReader reader =
            new BodyReader(new RequestLimits(100_000, 1_000, 20_000, 60, 2_592_000, 8), ignored -> {});

    @Test
    void reads_both_proofs_as_they_are() {
        assertThat(verification("{'token':' x '}")).isEqualTo(new Proof.Credential(" x "));
        assertThat(verification("{'enrollCode':'','email':' A '}")).isEqualTo(new Proof.Code(" A ", ""));
        assertThat(redemption("{'winDeviceId':'698EFA6ED851667D9C0AEC99','token':'x'}"))
                .isEqualTo(new RedemptionRequest(new Proof.Credential("x"), DEVICE));
        assertThat(redemption("{'email':'a','winDeviceId':'" + DEVICE + "','enrollCode':'b'}"))
                .isEqualTo(new RedemptionRequest(new Proof.Code("a", "b"), DEVICE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                       | ` object.missing`
            []                                       | ` object.base`
            {'token':1}                              | token string.base
            {'token':{'a':1}}                        | token string.base
            {'email':'a'}                            | enrollCode any.required
            {'enrollCode':null}                      | enrollCode string.base, email any.required
            {'token':'a','email':'b'}                | ` object.xor`
            {'token':'a','enrollCode':'b'}           | ` object.xor`
            {'token':'a','email':'b','enrollCode':''}| ` object.xor`
            {'token':'a','token':'b'}                | token object.duplicate
            {'token':'a','winDeviceId':'b'}          | winDeviceId object.unknown
            {'token':'a'} x                          | ` json.syntax`
            """)
    void a_verification_holds_one_proof_and_nothing_else(String json, String errors) {
        assertThat(refused(() -> verification(json))).containsExactly(errors.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                       | ` object.missing, winDeviceId any.required`
            1                                        | ` object.base`
            {'token':'a'}                            | winDeviceId any.required
            {'token':'a','winDeviceId':null}         | winDeviceId string.base
            {'token':'a','winDeviceId':'0'}          | winDeviceId string.pattern.base
            {'winDeviceId':'0','other':0}            | `winDeviceId string.pattern.base, other object.unknown,  object.missing`
            """)
    void a_redemption_names_the_device_too(String json, String errors) {
        assertThat(refused(() -> redemption(json))).containsExactly(errors.split(", "));
    }

    private Proof verification(String json) {
        return reader.read(body(json), RedemptionSchema.VERIFICATION);
    }

    private RedemptionRequest redemption(String json) {
        return reader.read(body(json), RedemptionSchema.REDEMPTION);
    }

    private static List<String> refused(ThrowingCallable reading) {
        return catchThrowableOfType(RequestRefused.class, reading).errors().stream()
                .map(RedemptionSchemaTest::kind)
                .toList();
    }

    private static String kind(RequestError error) {
        return error.path().stream().map(String::valueOf).collect(Collectors.joining(".")) + " " + error.type();
    }

    private static InputStream body(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
