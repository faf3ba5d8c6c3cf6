package dev.cadastre.server.startup;

import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code /proc/net/tcp} and {@code tcp6} (proc_pid_net(5)). */
final class ListeningSockets {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    /** The inodes of the sockets that listen on {@code port}. */
    static List<String> inodes(List<String> lines, int port) {
        String suffix = ":%04X".formatted(port);
        return lines.stream()
                .map(line -> SPACES.split(line.strip()))
                .filter(fields -> fields.length > INODE)
                .filter(fields -> fields[LOCAL_ADDRESS].endsWith(suffix))
                .filter(fields -> fields[STATE].equals(LISTEN))
                .map(fields -> fields[INODE])
                .toList();
    }
}
