package io.mdm.enrollment.domain.credential;

import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.ModuleConfiguration.SecretKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Factory of credentials and codes, which also tells genuine ones: a {@link KeyedMac MAC} over a label, the token's id,
 * the generation and the token's salt.
 *
 * <p>Everything but the salt, which comes last, has a fixed length, so that no two tokens share an input; the labels
 * keep the MACs of credentials, those of codes and whatever else the keys may be used for apart. Any number of threads
 * may call.
 */
@ApplicationScoped
public class CredentialFactory {
    private static final byte[] CREDENTIAL = label("mdm enrollment token credential 1");
    private static final byte[] CODE = label("mdm enrollment token code 1");
    private static final int ID_DIGITS = 24;

    private final Map<String, KeyedMac> macs;
    private final String signingKeyId;

    /** For the client proxy only. */
    CredentialFactory() {
        macs = Map.of();
        signingKeyId = "";
    }

    @Inject
    public CredentialFactory(ModuleConfiguration configuration) {
        this(configuration.secretKeys());
    }

    /** @param keys the first signs, all verify; at least one, ids distinct */
    CredentialFactory(List<SecretKey> keys) {
        macs = keys.stream().collect(Collectors.toUnmodifiableMap(SecretKey::id, KeyedMac::of));
        signingKeyId = keys.get(0).id();
    }

    /** Id of the key under which new tokens are issued. */
    public String signingKeyId() {
        return signingKeyId;
    }

    /**
     * Derives a token's credential; the same arguments always give the same one.
     *
     * @param tokenId 24 hexadecimal digits
     * @param salt the token's own, {@value SaltSource#BYTES} bytes
     * @param generation how often the link was replaced before, from 0 to {@value TokenCredential#LAST_GENERATION}
     * @throws IllegalArgumentException when the token id, the salt or the generation is out of bounds
     * @throws IllegalStateException when the server has no key with this id
     */
    public TokenCredential issue(String keyId, String tokenId, byte[] salt, int generation) {
        var id = id(tokenId);
        return TokenCredential.of(id, generation, key(keyId).of(CREDENTIAL, id, checked(generation), checked(salt)));
    }

    /**
     * Derives a token's code; the same arguments always give the same one. The parameters are those of {@link #issue}.
     *
     * @throws IllegalArgumentException when the token id, the salt or the generation is out of bounds
     * @throws IllegalStateException when the server has no key with this id
     */
    public EnrollCode code(String keyId, String tokenId, byte[] salt, int generation) {
        return EnrollCode.of(key(keyId).of(CODE, id(tokenId), checked(generation), checked(salt)));
    }

    /** The code of no token: takes as long to derive as that of one. */
    public EnrollCode codeForNobody() {
        return code(signingKeyId, "0".repeat(ID_DIGITS), new byte[SaltSource.BYTES], 0);
    }

    /** Whether the server has the key with this id; without it, nothing can be derived any more. */
    public boolean knows(String keyId) {
        return macs.containsKey(keyId);
    }

    /**
     * Whether the credential was issued under this key for the token it names, in the generation it names, with this
     * salt. Takes the same time however close a forgery comes.
     *
     * @return false, too, when the server has no key with this id
     */
    public boolean verifies(TokenCredential credential, String keyId, byte[] salt) {
        var keyed = macs.get(keyId);
        return keyed != null
                && MessageDigest.isEqual(
                        keyed.of(CREDENTIAL, credential.tokenIdBytes(), credential.generation(), salt),
                        credential.mac());
    }

    private KeyedMac key(String keyId) {
        var keyed = macs.get(keyId);
        if (keyed == null) {
            throw new IllegalStateException("There is no secret key with the id " + keyId);
        }
        return keyed;
    }

    private static byte[] id(String tokenId) {
        require(tokenId.length() == ID_DIGITS);
        return HexFormat.of().parseHex(tokenId);
    }

    private static byte[] checked(byte[] salt) {
        require(salt.length == SaltSource.BYTES);
        return salt;
    }

    private static int checked(int generation) {
        require(generation >= 0 && generation <= TokenCredential.LAST_GENERATION);
        return generation;
    }

    private static void require(boolean withinBounds) {
        if (!withinBounds) {
            throw new IllegalArgumentException("Bad token id, salt or generation");
        }
    }

    private static byte[] label(String text) {
        return (text + '\0').getBytes(StandardCharsets.US_ASCII);
    }
}
