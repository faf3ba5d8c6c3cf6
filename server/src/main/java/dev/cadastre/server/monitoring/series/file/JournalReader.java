package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.server.monitoring.series.Values;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a segment of a journal, up to where it breaks off. */
final class JournalReader {

    private static final Logger log = LoggerFactory.getLogger(JournalReader.class);

    /** Length and checksum of a record. */
    static final int PREFIX = 8;

    private static final int MOST_VALUES = 1 << 20;

    /** Is told what a journal holds, in its order. */
    interface Listener {

        void reading(long segment, long monitor, Reading reading);

        void forgotten(long monitor);
    }

    private final Map<Long, Headings> headings = new HashMap<>();
    private final long segment;
    private final Listener listener;

    private JournalReader(long segment, Listener listener) {
        this.segment = segment;
        this.listener = listener;
    }

    static void read(long segment, Path path, Listener listener) throws IOException {
        JournalReader reader = new JournalReader(segment, listener);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            while (reader.next(in)) {}
        } catch (EOFException e) {
            log.info("The journal {} breaks off within a result, which is lost", path);
        } catch (BrokenFile e) {
            log.warn("The rest of the journal {} is lost: {}", path, e.getMessage());
        }
    }

    private boolean next(DataInputStream in) throws IOException {
        byte[] prefix = in.readNBytes(Integer.BYTES);
        if (prefix.length == 0) {
            return false;
        }
        int length = new DataInputStream(new ByteArrayInputStream(prefix)).readInt();
        int checksum = in.readInt();
        if (length < 0) {
            throw new BrokenFile("it holds what nobody wrote");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        if (FileHead.checksum(bytes) != checksum) {
            throw new BrokenFile("a checksum does not fit");
        }
        understand(new DataInputStream(new ByteArrayInputStream(bytes)));
        return true;
    }

    private void understand(DataInputStream record) throws IOException {
        byte kind = record.readByte();
        long monitor = record.readLong();
        switch (kind) {
            case Journal.HEADINGS -> headings.put(monitor, Headings.read(record));
            case Journal.READING -> reading(monitor, record);
            case Journal.FORGOTTEN -> listener.forgotten(monitor);
            default -> throw new BrokenFile("it has a record of kind " + kind);
        }
    }

    private void reading(long monitor, DataInputStream record) throws IOException {
        long second = record.readLong();
        int count = record.readInt();
        Headings known = headings.getOrDefault(monitor, Headings.NONE);
        if (count != known.labels().size() || count > MOST_VALUES) {
            throw new BrokenFile("a result has %d values without names".formatted(count));
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = record.readDouble();
        }
        listener.reading(segment, monitor, new Reading(second, known, Values.of(values), true));
    }
}
