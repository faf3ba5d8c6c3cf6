package dev.cadastre.server.monitoring.check;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An ICMP echo request as a datagram socket takes it, which puts in identifier and checksum by
 * itself (RFC 792, RFC 4443).
 *
 * @param request its type
 * @param reply the type of its answer
 * @param token by which the answer is known
 */
record EchoMessage(byte request, byte reply, long token) {

    private static final int HEADER = 8;
    private static final int SEQUENCE = 6;
    private static final EchoMessage IPV4 = new EchoMessage((byte) 8, (byte) 0, 0);
    private static final EchoMessage IPV6 = new EchoMessage((byte) 128, (byte) 129, 0);

    static EchoMessage to(InetAddress address, long token) {
        EchoMessage family = address instanceof Inet6Address ? IPV6 : IPV4;
        return new EchoMessage(family.request, family.reply, token);
    }

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + Long.BYTES);
        bytes.put(0, request).putShort(SEQUENCE, (short) 1).putLong(HEADER, token);
        return bytes;
    }

    /** Whether a message is the answer to this one. */
    boolean isAnsweredBy(ByteBuffer message) {
        return Optional.of(message)
                .filter(bytes -> bytes.limit() >= HEADER + Long.BYTES)
                .filter(bytes -> bytes.get(0) == reply)
                .filter(bytes -> bytes.getLong(HEADER) == token)
                .isPresent();
    }
}
