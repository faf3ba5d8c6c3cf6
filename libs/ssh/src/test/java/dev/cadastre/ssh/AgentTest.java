package dev.cadastre.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class AgentTest {
    private static final Duration LIMIT = Duration.ofMillis(100);

    @TempDir Path folder;

    @Test
    @Timeout(60)
    void doesNotWaitForAStoppedAgentWhoseQueueIsFull() throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("agent"));
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocketChannel stopped = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stopped.bind(address, 1);
            while (isQueued(address, waiting)) {
                assertThat(waiting.size()).isLessThan(100);
            }

            assertThatThrownBy(() -> new Agent(address.getPath(), LIMIT).getIdentities())
                    .isInstanceOf(IOException.class);
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    private static boolean isQueued(UnixDomainSocketAddress address, List<SocketChannel> waiting)
            throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        waiting.add(channel);
        channel.configureBlocking(false);
        try {
            return channel.connect(address);
        } catch (SocketException e) {
            // What newer JDKs say of a full queue.
            return false;
        }
    }
}
