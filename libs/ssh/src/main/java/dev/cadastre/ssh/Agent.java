package dev.cadastre.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * Speaks with an SSH agent over its Unix domain socket, each request over a connection of its own
 * and within a limit, as an agent may ask a person before it answers. Thread-safe.
 */
final class Agent extends AbstractAgentProxy {
    private static final int LONGEST_ANSWER = 256 << 10;

    private final Path socket;
    private final Duration limit;

    Agent(Path socket, Duration limit) {
        super(null);
        this.socket = socket;
        this.limit = limit;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    protected Buffer request(Buffer request) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        try (SocketChannel channel = connect()) {
            try (Selector selector = Selector.open()) {
                SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
                ByteBuffer question = ByteBuffer.wrap(request.getCompactData());
                while (question.hasRemaining()) {
                    if (channel.write(question) == 0) {
                        await(selector, key, SelectionKey.OP_WRITE, deadline);
                    }
                }
                int length = read(channel, selector, key, Integer.BYTES, deadline).getInt();
                if (length < 1 || length > LONGEST_ANSWER) {
                    throw new IOException("it answered with " + length + " bytes");
                }
                return new ByteArrayBuffer(read(channel, selector, key, length, deadline).array());
            }
        }
    }

    /**
     * An agent that is stopped lets connections queue up, and who finds the queue full would wait
     * for as long as it is stopped. So that is an error at once, of one JDK or another; a queue is
     * longer than the number of connections that are opened at once.
     */
    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean connected = false;
        try {
            channel.configureBlocking(false);
            connected = channel.connect(UnixDomainSocketAddress.of(socket));
            if (!connected) {
                throw new IOException("it takes no connections");
            }
            return channel;
        } finally {
            if (!connected) {
                channel.close();
            }
        }
    }

    private ByteBuffer read(
            SocketChannel channel, Selector selector, SelectionKey key, int length, long deadline)
            throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(length);
        while (answer.hasRemaining()) {
            int count = channel.read(answer);
            if (count < 0) {
                throw new EOFException("it closed the connection");
            }
            if (count == 0) {
                await(selector, key, SelectionKey.OP_READ, deadline);
            }
        }
        return answer.flip();
    }

    private void await(Selector selector, SelectionKey key, int operation, long deadline)
            throws IOException {
        key.interestOps(operation);
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0 || selector.select(left) == 0) {
            throw new SocketTimeoutException(
                    "it did not answer within " + limit.toMillis() + " ms");
        }
        selector.selectedKeys().clear();
    }
}
