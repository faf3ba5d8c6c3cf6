package dev.cadastre.server.startup;

import dev.cadastre.server.storage.StartFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** The server's certificate and its key, as files in PEM. */
public final class TlsFiles {

    private static final byte[] SAMPLE = "Cadastre".getBytes(StandardCharsets.US_ASCII);

    private TlsFiles() {}

    /**
     * Reads both.
     *
     * @param certificate the server's own, followed by those of its issuers
     * @param key unencrypted
     * @throws StartFailure if one cannot be read or is not PEM, or the key is another certificate's
     */
    public static PemSslStore read(@Nullable String certificate, @Nullable String key) {
        PemSslStoreDetails details =
                PemSslStoreDetails.forCertificate(address(certificate, "certificate"))
                        .withPrivateKey(address(key, "key"));
        try {
            PemSslStore store = PemSslStore.load(details);
            if (store == null || !isPair(store)) {
                throw unusable(certificate, key, "that is the key of another certificate", null);
            }
            return store;
        } catch (IllegalStateException | GeneralSecurityException e) {
            throw unusable(certificate, key, e.getMessage(), e);
        }
    }

    private static StartFailure unusable(
            @Nullable String certificate,
            @Nullable String key,
            @Nullable String why,
            @Nullable Exception cause) {
        String message = "Cannot use %s with %s: %s".formatted(certificate, key, why);
        String remedy =
                "Both are to be PEM, the key unencrypted and that of the first certificate.";
        return cause == null
                ? new StartFailure(message, remedy)
                : new StartFailure(message, remedy, cause);
    }

    private static String address(@Nullable String name, String property) {
        if (name == null || !Files.isReadable(Path.of(name))) {
            throw new StartFailure(
                    "Cannot read the file of [server] tls-%s: %s".formatted(property, name),
                    "Name both tls-certificate and tls-key, and see that the"
                            + " user that runs the server can read them.");
        }
        return Path.of(name).toUri().toString();
    }

    private static boolean isPair(PemSslStore store) throws GeneralSecurityException {
        PrivateKey key = store.privateKey();
        List<X509Certificate> certificates = store.certificates();
        return key != null
                && certificates != null
                && !certificates.isEmpty()
                && isPair(key, certificates.getFirst().getPublicKey());
    }

    /** What the one signs, the other knows for its own. */
    private static boolean isPair(PrivateKey key, PublicKey other) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm(key.getAlgorithm()));
        signature.initSign(key);
        signature.update(SAMPLE);
        byte[] signed = signature.sign();
        try {
            signature.initVerify(other);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (InvalidKeyException | SignatureException e) {
            // It is a key of another kind.
            return false;
        }
    }

    private static String algorithm(String ofKey) {
        return switch (ofKey) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> ofKey;
        };
    }
}
