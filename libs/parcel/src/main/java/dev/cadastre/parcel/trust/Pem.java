package dev.cadastre.parcel.trust;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with one block of base64 between two lines that say what it is. */
final class Pem {

    static final String PUBLIC_KEY = "PUBLIC KEY";
    static final String PRIVATE_KEY = "PRIVATE KEY";

    /** How long a text of a key may be. */
    static final int MOST_CHARACTERS = 64 * 1024;

    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN (?<label>[A-Z0-9 ]{1,64})-----\\s+(?<body>[A-Za-z0-9+/=\\s]*+)"
                            + "-----END \\k<label>-----");
    private static final int LINE = 64;

    private final String label;
    private final byte[] content;

    private Pem(String label, byte[] content) {
        this.label = label;
        this.content = content;
    }

    /** Whether it looks like one at all. */
    static boolean isPem(String text) {
        return text.strip().startsWith("-----BEGIN ");
    }

    static Pem read(String text) throws UnusableKey {
        if (text.length() > MOST_CHARACTERS) {
            throw new UnusableKey("it is longer than any key");
        }
        Matcher block = BLOCK.matcher(text.strip());
        if (!block.matches()) {
            throw new UnusableKey("it is no PEM with one key");
        }
        byte[] content =
                StrictBase64.decode(block.group("body").replaceAll("\\s", ""))
                        .orElseThrow(() -> new UnusableKey("what the PEM holds is no base64"));
        return new Pem(block.group("label"), content);
    }

    static String write(String label, byte[] content) {
        Base64.Encoder lines =
                Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, lines.encodeToString(content), label);
    }

    String label() {
        return label;
    }

    byte[] content() {
        return content;
    }
}
