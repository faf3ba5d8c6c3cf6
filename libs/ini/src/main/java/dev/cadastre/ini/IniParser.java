package dev.cadastre.ini;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Reads INI text as Python 3.11's {@code ConfigParser(interpolation=ExtendedInterpolation())} reads
 * a file, except that it refuses control characters other than tabs and line ends, and texts beyond
 * the limits. Every problem is reported, not only the first. Has no state.
 */
public final class IniParser {
    /** The most characters a file may have, in UTF-16 units. */
    public static final int MOST_CHARACTERS = 64 * 1024 * 1024;

    /** The most lines a file may have. */
    public static final int MOST_LINES = 2_000_000;

    private IniParser() {}

    /**
     * Reads a file's content, which must be UTF-8 without a byte order mark.
     *
     * @param file the name for messages and origins; nothing is opened
     */
    public static IniReading parse(String file, byte[] content) {
        if (content.length > 3L * MOST_CHARACTERS) {
            return refused(file, tooLarge(file));
        }
        CharBuffer text = CharBuffer.allocate(content.length);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        if (result.isError()) {
            return refused(file, notUtf8(file, lineOf(content, bytes.position())));
        }
        return parse(file, text.flip().toString());
    }

    /**
     * Reads a text.
     *
     * @param file the name for messages and origins; nothing is opened
     */
    public static IniReading parse(String file, String text) {
        if (text.length() > MOST_CHARACTERS) {
            return refused(file, tooLarge(file));
        }
        DocumentBuilder builder = new DocumentBuilder(file);
        Lines lines = new Lines(text);
        while (lines.next()) {
            if (lines.number() > MOST_LINES) {
                return refused(file, tooLarge(file));
            }
            builder.line(lines.number(), lines.line());
        }
        return builder.reading();
    }

    private static IniReading refused(String file, Problem problem) {
        Section none = new Section(IniDocument.DEFAULT, 0, Map.of());
        return new IniReading(new IniDocument(file, none, Map.of()), List.of(problem));
    }

    private static Problem tooLarge(String file) {
        return Problem.error(
                file,
                0,
                0,
                "ini.too-large",
                "the file has more than %d lines or %d characters"
                        .formatted(MOST_LINES, MOST_CHARACTERS),
                "check that this is the file you meant, or split it");
    }

    private static Problem notUtf8(String file, int line) {
        return Problem.error(
                file,
                line,
                0,
                "ini.not-utf8",
                "the line contains bytes that are not UTF-8",
                "save the file as UTF-8");
    }

    private static int lineOf(byte[] content, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
