package dev.cadastre.parcel.trust;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** A key pair that signs. Immutable. It tells its private half to nobody but {@link #pem}. */
public final class SigningKey {

    private final PrivateKey key;
    private final VerificationKey verificationKey;

    private SigningKey(PrivateKey key, VerificationKey verificationKey) {
        this.key = key;
        this.verificationKey = verificationKey;
    }

    /** Makes a new one. */
    public static SigningKey generate(KeyAlgorithm algorithm, SecureRandom random) {
        try {
            boolean edwards = algorithm == KeyAlgorithm.ED25519;
            KeyPairGenerator generator = KeyPairGenerator.getInstance(edwards ? "Ed25519" : "EC");
            generator.initialize(
                    edwards ? NamedParameterSpec.ED25519 : new ECGenParameterSpec("secp256r1"),
                    random);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(
                    pair.getPrivate(), VerificationKey.of(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException | UnusableKey e) {
            throw new IllegalStateException("This Java makes no keys of " + algorithm, e);
        }
    }

    /** Whether a password is needed to read it; true of nothing that is no key. */
    public static boolean isEncrypted(String pem) {
        try {
            return EncryptedKey.isLabel(Pem.read(pem).label());
        } catch (UnusableKey e) {
            return false;
        }
    }

    /**
     * Reads one from PEM: from PKCS#8, or encrypted as a {@code cosign.key} is.
     *
     * @param password of the one that is encrypted; wiped in any case
     * @throws UnusableKey if it is anything else, or the password is wrong
     */
    public static SigningKey read(String pem, char[] password) throws UnusableKey {
        try {
            Pem block = Pem.read(pem);
            if (EncryptedKey.isLabel(block.label())) {
                return decrypted(block.content(), password);
            }
            if (block.label().equals(Pem.PRIVATE_KEY)) {
                return of(block.content());
            }
            throw new UnusableKey(
                    "it is no private key as PKCS#8, but: %s; 'openssl pkcs8 -topk8 -nocrypt' may make one of it"
                            .formatted(block.label()));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static SigningKey decrypted(byte[] content, char[] password) throws UnusableKey {
        byte[] plain = EncryptedKey.open(content, password);
        try {
            return of(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static SigningKey of(byte[] pkcs8) throws UnusableKey {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            try {
                PrivateKey key =
                        algorithm.factory().generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
                return new SigningKey(key, VerificationKey.of(algorithm.info(publicHalf(key))));
            } catch (InvalidKeySpecException e) {
                // It may be one of the other algorithm.
            }
        }
        throw new UnusableKey("it is no private key of Ed25519, or of ECDSA on P-256");
    }

    private static byte[] publicHalf(PrivateKey key) throws UnusableKey {
        if (key instanceof EdECPrivateKey edwards) {
            byte[] seed =
                    edwards.getBytes()
                            .orElseThrow(
                                    () -> new UnusableKey("the key does not leave its device"));
            requireThat(seed.length == Ed25519PrivateKeyParameters.KEY_SIZE);
            return new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
        }
        X9ECParameters curve = CustomNamedCurves.getByName("P-256");
        ECPrivateKey scalar = (ECPrivateKey) key;
        requireThat(
                scalar.getParams().getOrder().equals(curve.getN())
                        && scalar.getS().signum() > 0
                        && scalar.getS().compareTo(curve.getN()) < 0);
        return curve.getG().multiply(scalar.getS()).normalize().getEncoded(false);
    }

    private static void requireThat(boolean isOne) throws UnusableKey {
        if (!isOne) {
            throw new UnusableKey("it is no private key of Ed25519, or of ECDSA on P-256");
        }
    }

    /** The half that anybody may know. */
    public VerificationKey verificationKey() {
        return verificationKey;
    }

    /** A signature of these bytes. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = verificationKey.algorithm().signature();
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (InvalidKeyException | SignatureException e) {
            throw new IllegalStateException("The key was read by the same provider", e);
        }
    }

    /** As PEM of PKCS#8, which nothing protects. */
    public String pem() {
        return Pem.write(Pem.PRIVATE_KEY, key.getEncoded());
    }

    /**
     * As PEM that cosign reads, too.
     *
     * @param password wiped when this returns
     */
    public String encryptedPem(char[] password, SecureRandom random) {
        byte[] plain = key.getEncoded();
        try {
            return Pem.write(EncryptedKey.LABEL, EncryptedKey.seal(plain, password, random));
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(password, '\0');
        }
    }

    /** Says which key it is, and nothing of the private half. */
    @Override
    public String toString() {
        return "signing key " + verificationKey.keyId();
    }
}
