package dev.cadastre.server.monitoring.check;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Linux's datagram socket for ICMP echoes, which needs no rights but those that {@code
 * net.ipv4.ping_group_range} gives, as systemd does to everybody; Java has none. Only what comes
 * from the address is received.
 */
@SuppressWarnings("restricted")
final class EchoSocket implements AutoCloseable {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle SOCKET =
            function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle CONNECT =
            function("connect", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SET_OPTION =
            function(
                    "setsockopt",
                    FunctionDescriptor.of(
                            JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SEND =
            function(
                    "send",
                    FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle RECEIVE =
            function(
                    "recv",
                    FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle CLOSE =
            function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private static final int IPV4 = 2;
    private static final int IPV6 = 10;
    private static final int DATAGRAM_CLOSED_ON_EXEC = 0x80002;
    private static final int ICMP = 1;
    private static final int ICMP_V6 = 58;
    private static final int SOCKET_LEVEL = 1;
    private static final int RECEIVE_TIMEOUT = 20;
    private static final int LARGEST = 1024;
    private static final long MICROS = 1_000_000;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment buffer = arena.allocate(LARGEST);
    private final MemorySegment time = arena.allocate(2L * Long.BYTES, Long.BYTES);
    private final int descriptor;

    /** Opens one for the address. */
    EchoSocket(InetAddress address) throws IOException {
        boolean six = address instanceof Inet6Address;
        descriptor =
                (int)
                        call(
                                SOCKET,
                                six ? IPV6 : IPV4,
                                DATAGRAM_CLOSED_ON_EXEC,
                                six ? ICMP_V6 : ICMP);
        if (descriptor < 0) {
            arena.close();
            throw new IOException("no socket for ICMP is given");
        }
        MemorySegment place = place(address);
        if ((int) call(CONNECT, descriptor, place, (int) place.byteSize()) < 0) {
            close();
            throw new IOException("there is no way to " + address.getHostAddress());
        }
    }

    /** The address as {@code sockaddr_in} or {@code sockaddr_in6}, without a port. */
    private MemorySegment place(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean six = address instanceof Inet6Address;
        MemorySegment place = arena.allocate(six ? 28 : 16, Integer.BYTES);
        place.set(JAVA_SHORT, 0, (short) (six ? IPV6 : IPV4));
        MemorySegment.copy(bytes, 0, place, JAVA_BYTE, six ? 8 : 4, bytes.length);
        if (address instanceof Inet6Address scoped) {
            place.set(JAVA_INT, 24, scoped.getScopeId());
        }
        return place;
    }

    void send(ByteBuffer message) throws IOException {
        MemorySegment bytes = arena.allocate(message.remaining());
        bytes.copyFrom(MemorySegment.ofBuffer(message));
        if (carry(SEND, bytes) < 0) {
            throw new IOException("the echo cannot be asked for");
        }
    }

    /** The next message; empty if none comes in that time. */
    ByteBuffer receive(Duration limit) {
        // Zero would be for ever.
        long micros = Math.max(1, limit.toNanos() / 1_000);
        time.set(JAVA_LONG, 0, micros / MICROS);
        time.set(JAVA_LONG, Long.BYTES, micros % MICROS);
        call(SET_OPTION, descriptor, SOCKET_LEVEL, RECEIVE_TIMEOUT, time, (int) time.byteSize());
        return buffer.asSlice(0, Math.max(0, carry(RECEIVE, buffer))).asByteBuffer();
    }

    @Override
    public void close() {
        call(CLOSE, descriptor);
        arena.close();
    }

    private static MethodHandle function(String name, FunctionDescriptor description) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), description);
    }

    /** What is measured is called directly. */
    private long carry(MethodHandle function, MemorySegment bytes) {
        try {
            return (long) function.invokeExact(descriptor, bytes, bytes.byteSize(), 0);
        } catch (Throwable e) {
            throw new IllegalStateException("The C library was called wrongly", e);
        }
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("The C library was called wrongly", e);
        }
    }
}
