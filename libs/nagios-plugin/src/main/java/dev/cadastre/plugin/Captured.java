package dev.cadastre.plugin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What came through one of a plug-in's pipes.
 *
 * @param text in UTF-8, with U+FFFD for what is not
 * @param dropped how many bytes came beyond what is kept
 * @param wellFormed whether it was UTF-8
 */
public record Captured(String text, long dropped, boolean wellFormed) {
    /** Of a plug-in that printed nothing. */
    public static final Captured NOTHING = new Captured("", 0, true);

    /** Decodes what was kept; a character that was cut at its end does no harm. */
    static Captured of(ByteBuffer bytes, long dropped) {
        ByteBuffer kept = dropped == 0 ? bytes : withoutCutCharacter(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(kept.duplicate()).toString();
            return new Captured(text, dropped, true);
        } catch (CharacterCodingException e) {
            return new Captured(StandardCharsets.UTF_8.decode(kept).toString(), dropped, false);
        }
    }

    private static ByteBuffer withoutCutCharacter(ByteBuffer bytes) {
        int end = bytes.limit();
        int start = end;
        while (start > 0 && end - start < 3 && (bytes.get(start - 1) & 0xC0) == 0x80) {
            start--;
        }
        boolean leads = start > 0 && (bytes.get(start - 1) & 0xC0) == 0xC0;
        return leads ? bytes.duplicate().limit(start - 1) : bytes;
    }
}
