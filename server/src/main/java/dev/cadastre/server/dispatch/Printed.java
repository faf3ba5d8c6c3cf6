package dev.cadastre.server.dispatch;

import dev.cadastre.ssh.Output;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a command has printed; hostile until parsed.
 *
 * @param text its beginning in UTF-8, with U+FFFD for what is not
 * @param dropped how many bytes came after that
 * @param wellFormed whether it was UTF-8
 */
public record Printed(String text, long dropped, boolean wellFormed) {

    /** Decodes what was kept; a character that was cut at its end does no harm. */
    static Printed of(Output output) {
        ByteBuffer bytes = ByteBuffer.wrap(output.bytes());
        CharBuffer characters = CharBuffer.allocate(output.length());
        boolean complete = output.dropped() == 0;
        boolean wellFormed =
                !StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, complete).isError();
        String text = wellFormed ? characters.flip().toString() : output.text();
        return new Printed(text, output.dropped(), wellFormed);
    }
}
