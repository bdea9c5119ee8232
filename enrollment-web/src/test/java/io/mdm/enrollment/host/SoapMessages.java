package io.mdm.enrollment.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.api.token.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.SAXException;

/** What a Windows device and an enrollment service say to each other ([MS-MDE2], section 3.4.4.1), shortened. */
public final class SoapMessages {
    public static final String POLICY_SERVICE = "/EnrollmentServer/Policy.svc";
    public static final String ENROLLMENT_SERVICE = "/EnrollmentServer/Enrollment.svc";

    private static final String USER_TOKEN =
            "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken";

    /** With federated authentication. */
    private static final String BINARY_SECURITY_TOKEN = "<wsse:BinarySecurityToken ValueType=\"" + USER_TOKEN
            + "\" EncodingType=\"%s#base64binary\">%s</wsse:BinarySecurityToken>";

    /** With on-premise authentication. */
    private static final String USERNAME_TOKEN = "<wsse:UsernameToken><wsse:Username>%s</wsse:Username>"
            + "<wsse:Password>%s</wsse:Password></wsse:UsernameToken>";

    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    private static final String REQUEST = """
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
                xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
                xmlns:wst="http://docs.oasis-open.org/ws-sx/ws-trust/200512"
                xmlns:ac="http://schemas.xmlsoap.org/ws/2006/12/authorization">
              <s:Header>
                <wsse:Security s:mustUnderstand="1">%s</wsse:Security>
              </s:Header>
              <s:Body>
                <wst:RequestSecurityToken>
                  <wst:RequestType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue</wst:RequestType>
                  <wsse:BinarySecurityToken
                      ValueType="http://schemas.microsoft.com/windows/pki/2009/01/enrollment#PKCS10">a certificate request
                  </wsse:BinarySecurityToken>
                  <ac:AdditionalContext>
                    <ac:ContextItem Name="DeviceID"><ac:Value>%s</ac:Value></ac:ContextItem>
                  </ac:AdditionalContext>
                </wst:RequestSecurityToken>
              </s:Body>
            </s:Envelope>
            """;

    private static final String ANSWER = """
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>%s</s:Body></s:Envelope>
            """;

    private SoapMessages() {}

    /**
     * What a device asks with.
     *
     * @param proof of XML's plain characters
     * @param deviceId as the device names itself
     */
    public record Request(Proof proof, String deviceId) {

        public String xml() {
            return REQUEST.formatted(securityHeader(), deviceId);
        }

        private String securityHeader() {
            if (proof instanceof Proof.Code code) {
                return USERNAME_TOKEN.formatted(code.email(), code.enrollCode());
            }
            var credential = ((Proof.Credential) proof).value();
            return BINARY_SECURITY_TOKEN.formatted(
                    WSSE, Base64.getEncoder().encodeToString(credential.getBytes(UTF_8)));
        }

        /** The id under which this host keeps the device: 24 hexadecimal digits. */
        String winDeviceId() {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(deviceId.getBytes(UTF_8));
                return HexFormat.of().formatHex(digest, 0, 12);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }
    }

    static Request read(InputStream xml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(xml);
            var path = XPathFactory.newInstance().newXPath();
            var security = "/*/*[local-name()='Header']/*[local-name()='Security']";
            // Microsoft's examples have the attribute with and without a prefix
            var token = path.evaluate(security + "/*[@*[local-name()='ValueType'] = '" + USER_TOKEN + "']", document);
            var username = path.evaluate(security + "/*/*[local-name()='Username']", document);
            var password = path.evaluate(security + "/*/*[local-name()='Password']", document);
            var device = path.evaluate("//*[local-name()='ContextItem' and @Name='DeviceID']/*", document);
            return new Request(
                    token.isEmpty()
                            ? new Proof.Code(username.strip(), password.strip())
                            : new Proof.Credential(
                                    new String(Base64.getDecoder().decode(token.strip()), UTF_8)),
                    device);
        } catch (ParserConfigurationException | SAXException | XPathExpressionException malformed) {
            throw new IOException("not a request of a device", malformed);
        }
    }

    static String policies() {
        return ANSWER.formatted("<GetPoliciesResponse/>");
    }

    static String provisioning() {
        return ANSWER.formatted("<RequestSecurityTokenResponseCollection/>");
    }

    /** Refusal to enroll a device ([MS-MDE2], section 2.2.10). */
    static String fault(String reason) {
        return ANSWER.formatted("<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>s:Authorization"
                + "</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en\">" + reason
                + "</s:Text></s:Reason></s:Fault>");
    }
}
