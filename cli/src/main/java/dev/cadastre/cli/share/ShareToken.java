package dev.cadastre.cli.share;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** What stands in a link that is shared, and nobody guesses. Does not tell itself. */
public final class ShareToken {

    private static final int BYTES = 32;

    private final String text;

    private ShareToken(String text) {
        this.text = text;
    }

    /**
     * A new one.
     *
     * @param random one for secrets, as {@link java.security.SecureRandom} is
     */
    public static ShareToken random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ShareToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** As it stands in the link and in the cookie. */
    String text() {
        return text;
    }

    /** Whether that is it; how long this takes tells nothing of how near it comes. */
    boolean is(String other) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "(a token)";
    }
}
