package dev.cadastre.parcel.trust;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * The authenticated encryption of NaCl: XSalsa20, whose first 32 bytes are the key of the Poly1305
 * of what follows. A box is that tag, and then the encrypted text.
 */
final class Secretbox {

    static final int KEY = 32;
    static final int NONCE = 24;
    private static final int TAG = 16;

    private final XSalsa20Engine stream = new XSalsa20Engine();
    private final Poly1305 mac = new Poly1305();

    private Secretbox(byte[] key, byte[] nonce) {
        stream.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
        byte[] first = new byte[KEY];
        stream.processBytes(first, 0, KEY, first, 0);
        mac.init(new KeyParameter(first));
        Arrays.fill(first, (byte) 0);
    }

    static byte[] seal(byte[] plain, byte[] key, byte[] nonce) {
        Secretbox box = new Secretbox(key, nonce);
        byte[] sealed = new byte[TAG + plain.length];
        box.stream.processBytes(plain, 0, plain.length, sealed, TAG);
        box.mac.update(sealed, TAG, plain.length);
        box.mac.doFinal(sealed, 0);
        return sealed;
    }

    /** What was sealed; empty if it was not sealed with this key, or altered since. */
    static Optional<byte[]> open(byte[] sealed, byte[] key, byte[] nonce) {
        if (sealed.length < TAG) {
            return Optional.empty();
        }
        Secretbox box = new Secretbox(key, nonce);
        byte[] tag = new byte[TAG];
        box.mac.update(sealed, TAG, sealed.length - TAG);
        box.mac.doFinal(tag, 0);
        if (!MessageDigest.isEqual(tag, Arrays.copyOf(sealed, TAG))) {
            return Optional.empty();
        }
        byte[] plain = new byte[sealed.length - TAG];
        box.stream.processBytes(sealed, TAG, plain.length, plain, 0);
        return Optional.of(plain);
    }
}
