package dev.cadastre.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.BufferedIoOutputStream;
import org.apache.sshd.common.future.CloseFuture;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoService;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.closeable.AbstractCloseable;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection that a jump host makes for us, used as the connection of a further session. It
 * opens no port on this machine, which other users could connect to.
 */
final class Tunnel extends AbstractCloseable implements IoSession {
    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final Map<Object, Object> attributes = new ConcurrentHashMap<>();
    private final IoHandler handler;
    private final IoService service;
    private final InetSocketAddress remote;
    private final Wire wire;
    private final Beginning beginning;
    private volatile @Nullable ClientSession session;

    /** Begins a session over a tunnel that has just opened. */
    interface Beginning {
        ClientSession begin(Tunnel tunnel) throws Exception;
    }

    /**
     * A tunnel whose bytes go to the handler. Its session begins on the I/O thread that opens the
     * wire, and so before the first bytes of the target can arrive.
     */
    Tunnel(HostAddress address, IoHandler handler, IoService service, Beginning beginning) {
        this.beginning = beginning;
        this.handler = handler;
        this.service = service;
        this.remote = InetSocketAddress.createUnresolved(address.host(), address.port());
        this.wire = new Wire(new SshdSocketAddress(address.host(), address.port()));
        wire.addCloseFutureListener(closed -> close(true));
    }

    /** The channel of the jump host's session. */
    ChannelDirectTcpip wire() {
        return wire;
    }

    /** The session over the open tunnel. */
    ClientSession session() {
        return Objects.requireNonNull(session, "the tunnel is not open");
    }

    @Override
    public IoWriteFuture writeBuffer(Buffer buffer) throws IOException {
        // The channel frames what it is given in place, which the session's own framing forbids.
        byte[] packet = new byte[buffer.available()];
        buffer.getRawBytes(packet);
        return wire.output().writeBuffer(new ByteArrayBuffer(packet));
    }

    @Override
    protected CloseFuture doCloseGracefully() {
        return wire.close(false);
    }

    @Override
    protected void doCloseImmediately() {
        wire.close(true);
        try {
            if (attributes.containsKey(AbstractSession.SESSION)) {
                handler.sessionClosed(this);
            }
        } catch (Exception e) {
            throw new IllegalStateException("the session of " + this + " cannot be closed", e);
        }
        super.doCloseImmediately();
    }

    private void receive(byte[] data, int offset, int length) throws IOException {
        try {
            handler.messageReceived(this, new ByteArrayBuffer(data, offset, length));
        } catch (Exception e) {
            fail(e);
        }
    }

    private void fail(Exception cause) throws IOException {
        try {
            handler.exceptionCaught(this, cause);
        } catch (Exception e) {
            e.addSuppressed(cause);
            throw new IOException("session of " + this + " cannot go on", e);
        }
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public @Nullable SocketAddress getAcceptanceAddress() {
        return null;
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return remote;
    }

    @Override
    public SocketAddress getLocalAddress() {
        return InetSocketAddress.createUnresolved("localhost", 0);
    }

    @Override
    public @Nullable Object getAttribute(Object key) {
        return attributes.get(key);
    }

    @Override
    public @Nullable Object setAttribute(Object key, Object value) {
        return attributes.put(key, value);
    }

    @Override
    public @Nullable Object setAttributeIfAbsent(Object key, Object value) {
        return attributes.putIfAbsent(key, value);
    }

    @Override
    public @Nullable Object removeAttribute(Object key) {
        return attributes.remove(key);
    }

    @Override
    public IoService getService() {
        return service;
    }

    @Override
    public void shutdownOutputStream() throws IOException {
        wire.output().close(false);
    }

    @Override
    public void suspendRead() {
        // The window bounds what can arrive; a session that uses this is a server's.
    }

    @Override
    public void resumeRead() {
        // See suspendRead.
    }

    @Override
    public String toString() {
        return "tunnel to " + remote;
    }

    private final class Wire extends ChannelDirectTcpip {
        private @Nullable BufferedIoOutputStream output;

        Wire(SshdSocketAddress remote) {
            super(SshdSocketAddress.LOCALHOST_ADDRESS, remote);
            setStreaming(ClientChannel.Streaming.Async);
        }

        synchronized BufferedIoOutputStream output() throws IOException {
            if (output == null) {
                if (getAsyncIn() == null) {
                    throw new IOException("the jump host has not connected yet");
                }
                output = new BufferedIoOutputStream(this, getChannelId(), getAsyncIn(), this);
            }
            return output;
        }

        @Override
        protected void doOpen() throws IOException {
            super.doOpen();
            try {
                session = beginning.begin(Tunnel.this);
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException("no session can begin over " + Tunnel.this, e);
            }
        }

        @Override
        protected void doWriteData(byte[] data, int offset, long length) throws IOException {
            receive(data, offset, (int) length);
            getLocalWindow().release(length);
        }

        @Override
        public void handleEof() throws IOException {
            super.handleEof();
            Tunnel.this.close(true);
        }
    }
}
