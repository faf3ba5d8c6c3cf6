package dev.cadastre.server.web.api.request;

import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins. Clients see it as an opaque text; it is not secret, and a
 * forged one shows nothing that the same reader could not see otherwise.
 *
 * @param position the key of the last item of the page before
 */
public record Cursor(String position) {

    private static final int LONGEST = 2_000;
    private static final char MARK = '1';

    /** The position after which to go on, null for the beginning. */
    public static @Nullable String start(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.position;
    }

    /**
     * The position as a number.
     *
     * @throws ProblemException if it is the cursor of another list
     */
    public long number() {
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException _) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "The parameter after cannot be used: it is the cursor of another list.",
                    "Take it from \"next\" of this list.");
        }
    }

    /** The text that clients send back. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + position).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #encode} wrote; the message of its failure is for the sender. */
    public static Cursor decode(String text) {
        if (text.length() <= LONGEST) {
            String content = read(text);
            if (content != null && !content.isEmpty() && content.charAt(0) == MARK) {
                return new Cursor(content.substring(1));
            }
        }
        throw new IllegalArgumentException("It is not a cursor; take it from \"next\".");
    }

    private static @Nullable String read(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return null;
        }
    }
}
