package dev.cadastre.parcel.trust;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;

/** The two kinds of keys that parcels are signed with. */
public enum KeyAlgorithm {
    /** Edwards-curve signatures of RFC 8032. */
    ED25519("Ed25519", "Ed25519", "302a300506032b6570032100", 32),

    /** ECDSA on the curve P-256 with SHA-256, its signatures in DER: what cosign uses. */
    ECDSA_P256("EC", "SHA256withECDSA", "3059301306072a8648ce3d020106082a8648ce3d030107034200", 65);

    private final String family;
    private final String signature;
    private final String prefix;
    private final int length;

    KeyAlgorithm(String family, String signature, String prefix, int length) {
        this.family = family;
        this.signature = signature;
        this.prefix = prefix;
        this.length = length;
    }

    /** The SubjectPublicKeyInfo of a public key: nothing but its bytes differs between keys. */
    byte[] info(byte[] raw) {
        return HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(raw));
    }

    /** Whether these bytes are the SubjectPublicKeyInfo of such a key, as far as one can see. */
    boolean isInfo(byte[] info) {
        return info.length == prefix.length() / 2 + length
                && HexFormat.of().formatHex(info).startsWith(prefix);
    }

    /** The bytes of the key alone. */
    byte[] raw(byte[] info) {
        return Arrays.copyOfRange(info, prefix.length() / 2, info.length);
    }

    KeyFactory factory() {
        try {
            return KeyFactory.getInstance(family);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + family, e);
        }
    }

    Signature signature() {
        try {
            return Signature.getInstance(signature);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + signature, e);
        }
    }
}
