package dev.cadastre.change.journal;

import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunView;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the bytes of a journal. Never throws on what they are. Pure. */
final class JournalReader {

    private final byte[] bytes;
    private final List<RunEntry> entries = new ArrayList<>();
    private int at;

    private JournalReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static JournalReading read(byte[] bytes) {
        JournalReader reader = new JournalReader(bytes);
        String problem = reader.entries();
        boolean isTorn = problem.isEmpty() || !reader.anyEntryFollows();
        if (isTorn) {
            problem = "";
        }
        String unlikely = reader.unlikely();
        return new JournalReading(
                reader.entries,
                reader.at,
                bytes.length - reader.at,
                problem.isEmpty() ? unlikely : problem);
    }

    /** Reads entries until one cannot be read, and tells why; empty if there are no more. */
    private String entries() {
        while (true) {
            int end = lineEnd(at);
            if (end < 0) {
                return "";
            }
            int number = entries.size() + 1;
            try {
                entries.add(EntryReader.read(number, text(at, end)));
            } catch (JsonReader.Malformed | CharacterCodingException e) {
                return "line %d is no entry: %s".formatted(number, e.getMessage());
            }
            at = end + 1;
        }
    }

    private int lineEnd(int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private String text(int from, int to) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, to - from))
                .toString();
    }

    /** Whether a line after the one that cannot be read is an object. */
    private boolean anyEntryFollows() {
        int from = lineEnd(at) + 1;
        for (int end = lineEnd(from); end >= 0; end = lineEnd(from)) {
            try {
                JsonReader.object(text(from, end));
                return true;
            } catch (JsonReader.Malformed | CharacterCodingException e) {
                from = end + 1;
            }
        }
        return false;
    }

    /** Whether the entries, though each is one, are not those of a run. */
    private String unlikely() {
        try {
            if (!entries.isEmpty()) {
                RunView.of(entries);
            }
            return "";
        } catch (IllegalArgumentException e) {
            return "the entries are not those of a run: " + e.getMessage();
        }
    }
}
