package dev.cadastre.server.monitoring.series.remote;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a store is sent, by the specifications of Snappy and of protocol buffers. */
final class Decoded {

    /** One time series as it came. */
    record Series(Map<String, String> labels, List<Long> millis, List<Double> values) {}

    private Decoded() {}

    static byte[] snappy(byte[] compressed) {
        ByteBuffer in = ByteBuffer.wrap(compressed);
        int length = (int) varint(in);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (in.hasRemaining()) {
            int tag = in.get() & 0xFF;
            switch (tag & 3) {
                case 0 -> literal(in, tag >>> 2, out);
                case 2 -> copy(out, little(in, 2), (tag >>> 2) + 1);
                default -> throw new IllegalArgumentException("a copy of another kind");
            }
        }
        if (out.size() != length) {
            throw new IllegalArgumentException(out.size() + " bytes instead of " + length);
        }
        return out.toByteArray();
    }

    private static void literal(ByteBuffer in, int size, ByteArrayOutputStream out) {
        byte[] bytes = new byte[(size < 60 ? size : little(in, size - 59)) + 1];
        in.get(bytes);
        out.writeBytes(bytes);
    }

    private static void copy(ByteArrayOutputStream out, int offset, int length) {
        byte[] before = out.toByteArray();
        for (int i = 0; i < length; i++) {
            out.write(before[before.length - offset + i % offset]);
        }
    }

    private static int little(ByteBuffer in, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (in.get() & 0xFF) << (8 * i);
        }
        return number;
    }

    private static long varint(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = in.get();
            number |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }

    static List<Series> request(byte[] message) {
        List<Series> all = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            all.add(series(field(in, 1)));
        }
        return all;
    }

    private static Series series(ByteBuffer in) {
        Series series = new Series(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        while (in.hasRemaining()) {
            if (in.get(in.position()) >>> 3 == 1) {
                ByteBuffer label = field(in, 1);
                String name = StandardCharsets.UTF_8.decode(field(label, 1)).toString();
                series.labels()
                        .put(name, StandardCharsets.UTF_8.decode(field(label, 2)).toString());
            } else {
                ByteBuffer sample = field(in, 2).order(ByteOrder.LITTLE_ENDIAN);
                require(sample.get() == (1 << 3 | 1));
                series.values().add(sample.getDouble());
                require(sample.get() == 2 << 3);
                series.millis().add(varint(sample));
            }
        }
        return series;
    }

    private static ByteBuffer field(ByteBuffer in, int number) {
        require(varint(in) == (number << 3 | 2));
        int length = (int) varint(in);
        ByteBuffer field = in.slice(in.position(), length);
        in.position(in.position() + length);
        return field;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("another field was expected");
        }
    }
}
