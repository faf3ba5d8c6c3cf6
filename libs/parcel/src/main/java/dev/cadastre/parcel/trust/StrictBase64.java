package dev.cadastre.parcel.trust;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64 with one text for the same bytes: padded, without line ends, and with zeros in the bits
 * that are left over.
 */
final class StrictBase64 {

    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes of a text in the usual alphabet; empty if it is anything else. */
    static Optional<byte[]> decode(String text) {
        return decode(text, Base64.getDecoder(), Base64.getEncoder());
    }

    /** As {@link #decode}, and also in the alphabet for URLs, as DSSE wants it. */
    static Optional<byte[]> decodeEither(String text) {
        Optional<byte[]> usual = decode(text);
        return usual.isPresent()
                ? usual
                : decode(text, Base64.getUrlDecoder(), Base64.getUrlEncoder());
    }

    private static Optional<byte[]> decode(
            String text, Base64.Decoder decoder, Base64.Encoder encoder) {
        try {
            byte[] bytes = decoder.decode(text);
            return encoder.encodeToString(bytes).equals(text)
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
