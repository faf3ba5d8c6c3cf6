package dev.cadastre.parcel.trust;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What DSSE signs instead of a body alone: its type and both lengths belong to it. */
final class Pae {

    private Pae() {}

    static byte[] encode(String type, byte[] body) {
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(ascii("DSSEv1 " + typeBytes.length + " "));
        encoded.writeBytes(typeBytes);
        encoded.writeBytes(ascii(" " + body.length + " "));
        encoded.writeBytes(body);
        return encoded.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
