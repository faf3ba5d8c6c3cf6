package dev.cadastre.server.monitoring.series.remote;

import dev.cadastre.server.monitoring.series.SeriesSample;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The message of remote write 1.0, in the encoding of protocol buffers: {@code WriteRequest} has
 * time series (1), these have labels (1) and samples (2), labels have a name (1) and a value (2),
 * samples have a value (1) and a time (2). Pure.
 */
final class WriteRequest {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private WriteRequest() {}

    /** Samples of one series stand together, in the order of their times. */
    static byte[] of(List<SeriesSample> samples) {
        Map<Map<String, String>, List<SeriesSample>> series = new LinkedHashMap<>();
        for (SeriesSample sample : samples) {
            series.computeIfAbsent(sample.labels(), labels -> new ArrayList<>()).add(sample);
        }
        WriteRequest request = new WriteRequest();
        series.forEach((labels, of) -> request.bytes(1, series(labels, of)));
        return request.out.toByteArray();
    }

    private static byte[] series(Map<String, String> labels, List<SeriesSample> samples) {
        WriteRequest series = new WriteRequest();
        labels.forEach((name, value) -> series.bytes(1, label(name, value)));
        samples.stream()
                .sorted(Comparator.comparingLong(SeriesSample::millis))
                .forEach(sample -> series.bytes(2, sample(sample)));
        return series.out.toByteArray();
    }

    private static byte[] label(String name, String value) {
        WriteRequest label = new WriteRequest();
        label.bytes(1, name.getBytes(StandardCharsets.UTF_8));
        label.bytes(2, value.getBytes(StandardCharsets.UTF_8));
        return label.out.toByteArray();
    }

    private static byte[] sample(SeriesSample sample) {
        WriteRequest message = new WriteRequest();
        message.tag(1, FIXED64);
        message.out.writeBytes(
                ByteBuffer.allocate(Double.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putDouble(sample.value())
                        .array());
        message.tag(2, VARINT);
        message.varint(sample.millis());
        return message.out.toByteArray();
    }

    private void bytes(int field, byte[] content) {
        tag(field, BYTES);
        varint(content.length);
        out.writeBytes(content);
    }

    private void tag(int field, int kind) {
        varint((long) field << 3 | kind);
    }

    private void varint(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
