package dev.cadastre.cli.share;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the little of ASN.1's distinguished encoding (X.690) that a certificate takes. */
final class Der {

    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int UTF8_STRING = 0x0c;

    private static final int INTEGER = 0x02;
    private static final int IDENTIFIER = 0x06;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int UTC_TIME = 0x17;
    private static final int LONG_FORM = 0x80;
    private static final int FIRST_OF_GENERALIZED = 2050;

    private Der() {}

    /** Parts one behind the other, under a tag. */
    static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        length(content.size(), all);
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }

    private static void length(int length, ByteArrayOutputStream to) {
        if (length < LONG_FORM) {
            to.write(length);
            return;
        }
        byte[] bytes = BigInteger.valueOf(length).toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        to.write(LONG_FORM | (bytes.length - from));
        to.write(bytes, from, bytes.length - from);
    }

    static byte[] integer(BigInteger number) {
        return of(INTEGER, number.toByteArray());
    }

    static byte[] text(String text) {
        return of(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    /** All bits of these bytes. */
    static byte[] bits(byte[] bytes) {
        return of(BIT_STRING, new byte[] {0}, bytes);
    }

    /** An object identifier, with dots. */
    static byte[] identifier(String dotted) {
        String[] parts = dotted.split("\\.", -1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Integer.parseInt(parts[0]) * 40 + Integer.parseInt(parts[1]));
        for (int i = 2; i < parts.length; i++) {
            number(Integer.parseInt(parts[i]), bytes);
        }
        return of(IDENTIFIER, bytes.toByteArray());
    }

    private static void number(int number, ByteArrayOutputStream to) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (number >> shift > 0) {
                to.write(LONG_FORM | ((number >> shift) & 0x7f));
            }
        }
        to.write(number & 0x7f);
    }

    /** To the second; certificates have two forms of it (RFC 5280, 4.1.2.5). */
    static byte[] time(Instant moment) {
        boolean isLate = moment.atZone(ZoneOffset.UTC).getYear() >= FIRST_OF_GENERALIZED;
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(
                                isLate ? "uuuuMMddHHmmss'Z'" : "uuMMddHHmmss'Z'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC);
        return of(
                isLate ? GENERALIZED_TIME : UTC_TIME,
                format.format(moment).getBytes(StandardCharsets.US_ASCII));
    }
}
