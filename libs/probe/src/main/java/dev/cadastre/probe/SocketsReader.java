package dev.cadastre.probe;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands the kernel's sockets, by its tables (proc(5), {@code /proc/net/tcp} and its siblings)
 * or as {@code ss} prints them.
 */
final class SocketsReader implements SectionReader {

    private final ByteOrder order;

    SocketsReader(ByteOrder order) {
        this.order = order;
    }

    @Override
    public void read(SectionText text, Findings findings) {
        Map<Long, String> users = users(text.lines("users"));
        int unseen = 0;
        for (SocketLine socket : sockets(text)) {
            add(socket, users, findings);
            unseen += socket.owned() && socket.process() == null ? 1 : 0;
        }
        if (unseen > 0) {
            findings.remark(
                    "The processes of "
                            + unseen
                            + " sockets are not visible to the probe's user; root sees all but the"
                            + " kernel's own");
        }
    }

    private List<SocketLine> sockets(SectionText text) {
        return Stream.concat(
                        text.lines("/proc/net").stream()
                                .map(line -> SocketLine.ofTable(line, order)),
                        text.lines("ss").stream().map(SocketLine::ofSs))
                .flatMap(Optional::stream)
                .toList();
    }

    private static void add(SocketLine socket, Map<Long, String> users, Findings findings) {
        if (socket.listens()) {
            findings.add(findings.listeners, listener(socket, users.get(socket.uid())));
            return;
        }
        connection(socket, users).ifPresent(c -> findings.add(findings.connections, c));
    }

    private static Listener listener(SocketLine socket, @Nullable String user) {
        return new Listener(
                socket.protocol(),
                socket.local().address(),
                socket.local().port(),
                socket.process(),
                socket.pid(),
                socket.uid(),
                user);
    }

    private static Optional<Connection> connection(SocketLine socket, Map<Long, String> users) {
        return socket.state()
                .filter(state -> socket.remote().port() != 0)
                .map(state ->
                        new Connection(
                                socket.protocol(),
                                socket.local().address(),
                                socket.local().port(),
                                socket.remote().address(),
                                socket.remote().port(),
                                state,
                                socket.process(),
                                socket.pid(),
                                socket.owned() ? socket.uid() : null,
                                socket.owned() ? users.get(socket.uid()) : null));
    }

    private static Map<Long, String> users(List<String> lines) {
        Map<Long, String> users = new HashMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            OptionalLong uid = Numbers.whole(space < 0 ? line : line.substring(0, space));
            String name = Cleaned.value(line.substring(space + 1));
            if (space > 0 && uid.isPresent() && name != null) {
                users.putIfAbsent(uid.getAsLong(), name);
            }
        }
        return users;
    }
}
