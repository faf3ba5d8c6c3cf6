package dev.cadastre.parcel.trust;

import dev.cadastre.parcel.oci.Digests;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.jspecify.annotations.Nullable;

/** The public half of a key. Immutable; two are equal if they are the same key. */
public final class VerificationKey {

    private final KeyAlgorithm algorithm;
    private final byte[] info;
    private final PublicKey key;
    private final String keyId;

    private VerificationKey(KeyAlgorithm algorithm, byte[] info, PublicKey key) {
        this.algorithm = algorithm;
        this.info = info;
        this.key = key;
        this.keyId = HexFormat.of().formatHex(Digests.sha256().digest(info));
    }

    /**
     * Reads one from PEM, as a {@code cosign.pub} is, or from what stands between its first and
     * last line, in one line.
     *
     * @throws UnusableKey if it is anything else, or no key of {@link KeyAlgorithm}
     */
    public static VerificationKey parse(String text) throws UnusableKey {
        if (!Pem.isPem(text)) {
            return of(
                    StrictBase64.decode(text.length() > Pem.MOST_CHARACTERS ? "?" : text.strip())
                            .orElseThrow(() -> new UnusableKey("it is neither PEM nor base64")));
        }
        Pem pem = Pem.read(text);
        if (!pem.label().equals(Pem.PUBLIC_KEY)) {
            throw new UnusableKey("it is no public key, but: " + pem.label());
        }
        return of(pem.content());
    }

    /** Reads one from its SubjectPublicKeyInfo. */
    static VerificationKey of(byte[] info) throws UnusableKey {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            if (algorithm.isInfo(info)) {
                return of(algorithm, info.clone());
            }
        }
        throw new UnusableKey("it is no public key of Ed25519, or of ECDSA on P-256");
    }

    private static VerificationKey of(KeyAlgorithm algorithm, byte[] info) throws UnusableKey {
        try {
            if (algorithm == KeyAlgorithm.ECDSA_P256) {
                // Not every provider looks whether the point is on the curve; this does.
                CustomNamedCurves.getByName("P-256").getCurve().decodePoint(algorithm.raw(info));
            }
            PublicKey key = algorithm.factory().generatePublic(new X509EncodedKeySpec(info));
            return new VerificationKey(algorithm, info, key);
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            throw new UnusableKey("it is no point of the curve that it names", e);
        }
    }

    /** What it is. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** The SHA-256 of its SubjectPublicKeyInfo, as 64 hexadecimal digits. */
    public String keyId() {
        return keyId;
    }

    /** Whether it verifies a signature of these bytes. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature check = algorithm.signature();
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException e) {
            // What is no signature at all is not one of these bytes.
            return false;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("The key was read by the same provider", e);
        }
    }

    /** As PEM, with a line end. */
    public String pem() {
        return Pem.write(Pem.PUBLIC_KEY, info);
    }

    /** In one line, as an estate file takes it. */
    public String line() {
        return StrictBase64.encode(info);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerificationKey same && same.keyId.equals(keyId);
    }

    @Override
    public int hashCode() {
        return keyId.hashCode();
    }

    @Override
    public String toString() {
        return keyId;
    }
}
