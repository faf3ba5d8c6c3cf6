package dev.cadastre.cli.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether anything listens where a database is said to be. Nothing is sent there. */
final class DatabaseReach {

    private static final int USUAL_PORT = 5432;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*).*");
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.%a-z]+]|[^:\\[\\]]+)(?::([0-9]{1,5}))?");

    private DatabaseReach() {}

    static List<LocalFinding> findings(String url) {
        List<String> refusals = new ArrayList<>();
        for (InetSocketAddress address : addresses(url)) {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(address.getHostString(), address.getPort()),
                        PATIENCE_MILLIS);
                return List.of();
            } catch (IOException e) {
                refusals.add(
                        "%s:%d %s"
                                .formatted(
                                        address.getHostString(),
                                        address.getPort(),
                                        e.getMessage()));
            }
        }
        return refusals.isEmpty()
                ? List.of()
                : List.of(
                        LocalFinding.error(
                                LocalKind.DATABASE_UNREACHABLE,
                                "database",
                                "Nobody answers: " + String.join("; ", refusals)));
    }

    /** Where the URL says that databases listen, none resolved; none if it says none. Pure. */
    static List<InetSocketAddress> addresses(String url) {
        Matcher hosts = HOSTS.matcher(url);
        List<InetSocketAddress> addresses = new ArrayList<>();
        if (!hosts.matches()) {
            return addresses;
        }
        for (String one : hosts.group(1).split(",", -1)) {
            Matcher host = HOST.matcher(one.isEmpty() ? "localhost" : one);
            if (host.matches()) {
                String port = host.group(2);
                addresses.add(
                        InetSocketAddress.createUnresolved(
                                host.group(1),
                                port == null
                                        ? USUAL_PORT
                                        : Math.min(Integer.parseInt(port), 65_535)));
            }
        }
        return addresses;
    }
}
