package dev.cadastre.cli.instance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What listens on this machine, out of {@code /proc/net/tcp} and {@code tcp6} (proc_pid_net(5)).
 * Immutable, and pure.
 *
 * @param sockets all that listen
 */
record ListeningPorts(List<Socket> sockets) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-F]{8,32}:[0-9A-F]{4}");
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENS = "0A";

    /** The kernel writes each word of an address from its last byte to its first. */
    private static final Pattern LOOPBACK =
            Pattern.compile("[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F");

    /**
     * A socket that listens.
     *
     * @param inode by which its holder is found
     */
    record Socket(int port, boolean isLoopback, String inode) {}

    ListeningPorts {
        sockets = List.copyOf(sockets);
    }

    /** Reads the lines of both files; what is none of theirs is left out. */
    static ListeningPorts of(List<String> lines) {
        return new ListeningPorts(lines.stream().flatMap(line -> socket(line).stream()).toList());
    }

    private static Optional<Socket> socket(String line) {
        String[] fields = SPACES.split(line.strip(), -1);
        if (fields.length <= INODE
                || !fields[STATE].equals(LISTENS)
                || !ADDRESS.matcher(fields[LOCAL]).matches()) {
            return Optional.empty();
        }
        int colon = fields[LOCAL].indexOf(':');
        return Optional.of(
                new Socket(
                        Integer.parseInt(fields[LOCAL].substring(colon + 1), 16),
                        LOOPBACK.matcher(fields[LOCAL].substring(0, colon)).matches(),
                        fields[INODE]));
    }

    Set<Integer> ports() {
        return sockets.stream().map(Socket::port).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of these, those that others on the network reach, too. */
    Set<Integer> open(Set<Integer> ports) {
        return sockets.stream()
                .filter(socket -> !socket.isLoopback() && ports.contains(socket.port()))
                .map(Socket::port)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> inodes(int port) {
        return sockets.stream()
                .filter(socket -> socket.port() == port)
                .map(Socket::inode)
                .collect(Collectors.toSet());
    }
}
