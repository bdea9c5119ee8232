package io.mdm.enrollment.host;

import static java.nio.charset.StandardCharsets.UTF_8;

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

    private static final String TOKEN_TYPE =
            "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken";

    private static final String REQUEST = """
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
                xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
                xmlns:wst="http://docs.oasis-open.org/ws-sx/ws-trust/200512"
                xmlns:ac="http://schemas.xmlsoap.org/ws/2006/12/authorization">
              <s:Header>
                <wsse:Security s:mustUnderstand="1">
                  <wsse:UsernameToken><wsse:Username>%s</wsse:Username></wsse:UsernameToken>
                  <wsse:BinarySecurityToken ValueType="%s" EncodingType="%s#base64binary">%s</wsse:BinarySecurityToken>
                </wsse:Security>
              </s:Header>
              <s:Body>
                <wst:RequestSecurityToken>
                  <wst:RequestType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue</wst:RequestType>
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
     * @param username of XML's plain characters
     * @param deviceId as the device names itself
     */
    public record Request(String username, String securityToken, String deviceId) {

        public String xml() {
            var token = Base64.getEncoder().encodeToString(securityToken.getBytes(UTF_8));
            return REQUEST.formatted(
                    username,
                    TOKEN_TYPE,
                    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
                    token,
                    deviceId);
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
            var username = path.evaluate("//*[local-name()='Username']", document);
            var token = path.evaluate(
                    "//*[local-name()='BinarySecurityToken' and @ValueType='" + TOKEN_TYPE + "']", document);
            var device = path.evaluate("//*[local-name()='ContextItem' and @Name='DeviceID']/*", document);
            return new Request(username, new String(Base64.getDecoder().decode(token.strip()), UTF_8), device);
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

    static String fault(String reason) {
        return ANSWER.formatted(
                "<s:Fault><s:Reason><s:Text xml:lang=\"en\">" + reason + "</s:Text></s:Reason></s:Fault>");
    }
}
