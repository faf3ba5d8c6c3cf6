package dev.cadastre.server.alerting.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures as Standard Webhooks has them. Pure. */
final class WebhookSignature {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /** The key that a secret is; empty if it is none. */
    static Optional<byte[]> key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            return key.length < SHORTEST || key.length > LONGEST
                    ? Optional.empty()
                    : Optional.of(key);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * The header: one signature by each key, so that a receiver may know the old one or the new.
     *
     * @param seconds when it is sent, since 1970
     */
    static String of(List<byte[]> keys, String id, long seconds, String body) {
        byte[] signed = "%s.%d.%s".formatted(id, seconds, body).getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + one(key, signed)).collect(Collectors.joining(" "));
    }

    private static String one(byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign", e);
        }
    }
}
