package dev.cadastre.change.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Bytes that a script reads. One of them may go to any number of hosts, and is in memory once for
 * all: putting some together copies nothing. Immutable.
 */
public final class Payload {

    /** No bytes. */
    public static final Payload NOTHING = new Payload(List.of(), List.of());

    private final List<byte[]> parts;

    /** What it was put together from, which is shared for as long as somebody has it. */
    private final List<Payload> sources;

    private final long size;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    private Payload(List<byte[]> parts, List<Payload> sources) {
        this.parts = parts;
        this.sources = sources;
        this.size = parts.stream().mapToLong(part -> part.length).sum();
    }

    /** A copy of these bytes. */
    public static Payload of(byte[] bytes) {
        return ofOwn(bytes.clone());
    }

    /** These bytes themselves, which nobody changes any more. */
    public static Payload ofOwn(byte[] bytes) {
        return bytes.length == 0 ? NOTHING : new Payload(List.of(bytes), List.of());
    }

    /** These one after the other. */
    public static Payload joined(List<Payload> payloads) {
        List<byte[]> parts = new ArrayList<>();
        payloads.forEach(payload -> parts.addAll(payload.parts));
        return parts.isEmpty()
                ? NOTHING
                : new Payload(Collections.unmodifiableList(parts), List.copyOf(payloads));
    }

    /** This and then that. */
    public Payload then(Payload more) {
        return joined(List.of(this, more));
    }

    /** How many bytes it has. */
    public long size() {
        return size;
    }

    /** Reads it from its beginning. Never waits, and never fails. */
    public InputStream open() {
        List<InputStream> streams = new ArrayList<>();
        parts.forEach(part -> streams.add(new ByteArrayInputStream(part)));
        return streams.size() == 1
                ? streams.get(0)
                : new SequenceInputStream(Collections.enumeration(streams));
    }

    /**
     * Hands its bytes over in their order, without copying them; whoever takes them must not change
     * them.
     */
    public void forEachPart(Consumer<byte[]> taker) {
        parts.forEach(taker);
    }

    /** Writes all of it. */
    public void writeTo(OutputStream out) throws IOException {
        for (byte[] part : parts) {
            out.write(part);
        }
    }

    /** A copy of all of it. */
    public byte[] bytes() {
        if (size > Integer.MAX_VALUE) {
            throw new IllegalStateException("%d bytes are no array".formatted(size));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) size);
        try {
            writeTo(all);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return all.toByteArray();
    }

    /** In 64 hexadecimal digits. */
    public String sha256() {
        return once(
                "sha256",
                payload -> {
                    MessageDigest digest = digest();
                    payload.parts.forEach(digest::update);
                    return HexFormat.of().formatHex(digest.digest());
                });
    }

    /** Finds something out once for all who share it. */
    public String once(String what, Function<Payload, String> finding) {
        return known.computeIfAbsent(what, key -> finding.apply(this));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that
                && size == that.size
                && (parts.equals(that.parts) || sha256().equals(that.sha256()));
    }

    @Override
    public int hashCode() {
        return sha256().hashCode();
    }

    @Override
    public String toString() {
        return sources.isEmpty()
                ? size + " bytes"
                : "%d bytes of %d parts".formatted(size, sources.size());
    }

    /** The first ones, for those who tell formats apart; fewer if there are no more. */
    public byte[] first(int count) {
        byte[] first = new byte[(int) Math.min(count, size)];
        try (InputStream in = open()) {
            int read = in.readNBytes(first, 0, first.length);
            return Arrays.copyOf(first, read);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be read", e);
        }
    }
}
