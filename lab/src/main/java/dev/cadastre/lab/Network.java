package dev.cadastre.lab;

import java.util.concurrent.atomic.AtomicInteger;

/** One laboratory's share of the private network: the devices that join its hosts to the bridge. */
final class Network {
    private static final AtomicInteger NETWORKS = new AtomicInteger();
    private static final AtomicInteger DEVICES = new AtomicInteger();

    private final long pid = ProcessHandle.current().pid();
    private final long group = (pid << 8) | (NETWORKS.incrementAndGet() & 0xff);
    private final AtomicInteger addresses = new AtomicInteger();

    /** The mark by which all devices of this laboratory can be deleted at once. */
    String group() {
        return Long.toString(group);
    }

    /** A name that no device has had before, as one that has just left may linger. */
    String nextDevice() {
        return "h%x-%x".formatted(pid, DEVICES.incrementAndGet());
    }

    /** An address outside those that tests choose by themselves. */
    String nextAddress() {
        int number = addresses.getAndIncrement();
        return "10.77.%d.%d".formatted(128 + number / 250, 1 + number % 250);
    }

    static String withPrefix(String address) {
        return address + (isIpv6(address) ? "/64" : "/16");
    }

    static String gateway(String address) {
        return isIpv6(address) ? "fd00:77::ffff" : "10.77.255.254";
    }

    private static boolean isIpv6(String address) {
        return address.contains(":");
    }

    void delete(String device) {
        deleteLinks("dev", device);
    }

    /** One request instead of a hundred, each of which would wait for the kernel. */
    void deleteAll() {
        deleteLinks("group", group());
    }

    /** The kernel may have been quicker, as a network of which no process is left is cleared. */
    private static void deleteLinks(String key, String value) {
        Command.run(
                "sh",
                "-c",
                """
                ip link delete "$@" 2>/dev/null
                left=$(ip -oneline link show "$@" 2>/dev/null)
                [ -z "$left" ] || { echo "still there: $left"; exit 1; }
                """,
                "sh",
                key,
                value);
    }
}
