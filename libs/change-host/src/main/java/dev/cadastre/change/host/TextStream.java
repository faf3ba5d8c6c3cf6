package dev.cadastre.change.host;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Bytes as text, as they come: what is not UTF-8 is replaced. Not thread-safe. */
final class TextStream {

    private static final int LONGEST_CHARACTER = 4;

    private final Consumer<String> text;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer left = ByteBuffer.allocate(0);

    TextStream(Consumer<String> text) {
        this.text = text;
    }

    void add(byte[] bytes) {
        ByteBuffer all = ByteBuffer.allocate(left.remaining() + bytes.length);
        all.put(left).put(bytes).flip();
        decode(all, false);
        left = all.slice();
    }

    /** What was held back is no beginning of a character. */
    void end() {
        decode(left, true);
        left = ByteBuffer.allocate(0);
    }

    private void decode(ByteBuffer bytes, boolean isEnd) {
        CharBuffer characters = CharBuffer.allocate(bytes.remaining() + LONGEST_CHARACTER);
        decoder.decode(bytes, characters, isEnd);
        if (isEnd) {
            decoder.flush(characters);
        }
        String piece = characters.flip().toString();
        if (!piece.isEmpty()) {
            text.accept(piece);
        }
    }
}
