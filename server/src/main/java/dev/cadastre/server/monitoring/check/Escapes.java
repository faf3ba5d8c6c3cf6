package dev.cadastre.server.monitoring.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which bytes that cannot be written are written behind a backslash. */
final class Escapes {

    private static final int LONGEST = 4096;
    private static final Pattern PART =
            Pattern.compile("([^\\\\]+)|\\\\x([0-9A-Fa-f]{2})|\\\\([rnt0\\\\])");

    static final SettingType<byte[]> TYPE = Escapes::read;

    private Escapes() {}

    private static SettingReading<byte[]> read(String text) {
        if (text.length() > LONGEST) {
            return SettingReading.wrong("The text is too long", "Write at most 4096 characters.");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher part = PART.matcher(text);
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            bytes.writeBytes(bytes(part));
            end = part.end();
        }
        return end == text.length()
                ? SettingReading.read(bytes.toByteArray())
                : SettingReading.wrong(
                        "The backslash before "
                                + Shown.quoted(text.substring(end))
                                + " means nothing",
                        "Write \\r, \\n, \\t, \\0, \\xHH, or \\\\ for a backslash.");
    }

    private static byte[] bytes(Matcher part) {
        if (part.group(1) != null) {
            return part.group(1).getBytes(StandardCharsets.UTF_8);
        }
        if (part.group(2) != null) {
            return new byte[] {(byte) Integer.parseInt(part.group(2), 16)};
        }
        return new byte[] {
            switch (part.group(3)) {
                case "r" -> '\r';
                case "n" -> '\n';
                case "t" -> '\t';
                case "0" -> 0;
                default -> '\\';
            }
        };
    }
}
