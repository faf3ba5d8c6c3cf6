package dev.cadastre.lab;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host as a test wants it. Immutable; each method returns a changed copy.
 *
 * @param platform the kind of system
 * @param name its hostname, unique among the living hosts of a laboratory
 * @param address IPv4 in 10.77.0.0/16 or IPv6 in fd00:77::/64; null lets the laboratory choose one
 *     in 10.77.128.0/17
 * @param port where its sshd listens
 * @param machineId 32 lower-case hexadecimal digits; null lets the laboratory choose a fresh one
 * @param conduct how it treats commands at first
 * @param role the server programs that are installed on it; null for none
 */
public record HostSpec(
        Platform platform,
        String name,
        @Nullable String address,
        int port,
        @Nullable String machineId,
        Conduct conduct,
        @Nullable Role role) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern ADDRESS =
            Pattern.compile("10\\.77(\\.\\d{1,3}){2}|fd00:77::[0-9a-f:]*");
    private static final Pattern MACHINE_ID = Pattern.compile("[0-9a-f]{32}");

    /** Refuses what could not become a host. */
    public HostSpec {
        require(NAME.matcher(name).matches(), "not a hostname: " + name);
        require(
                address == null || ADDRESS.matcher(address).matches(),
                "outside 10.77.0.0/16 and fd00:77::/64: " + address);
        require(port > 0 && port < 65536, "not a port: " + port);
        require(
                role == null || platform == Platform.DEBIAN,
                "only Debian hosts have roles, not " + name);
        require(
                machineId == null || MACHINE_ID.matcher(machineId).matches(),
                "not a machine-id: " + machineId);
    }

    /** A Debian host. */
    public static HostSpec debian(String name) {
        return of(Platform.DEBIAN, name);
    }

    /** A host that knows RPM only. */
    public static HostSpec rpm(String name) {
        return of(Platform.RPM, name);
    }

    /** A host with busybox and nothing else. */
    public static HostSpec busybox(String name) {
        return of(Platform.BUSYBOX, name);
    }

    private static HostSpec of(Platform platform, String name) {
        return new HostSpec(platform, name, null, 22, null, Conduct.OBEYS, null);
    }

    /** This host at that address. */
    public HostSpec address(String text) {
        return new HostSpec(platform, name, text, port, machineId, conduct, role);
    }

    /** This host with its sshd on that port. */
    public HostSpec port(int number) {
        return new HostSpec(platform, name, address, number, machineId, conduct, role);
    }

    /** This host with that machine-id, which may be another host's: a clone. */
    public HostSpec machineId(String id) {
        return new HostSpec(platform, name, address, port, id, conduct, role);
    }

    /** This host with that conduct. */
    public HostSpec conduct(Conduct wanted) {
        return new HostSpec(platform, name, address, port, machineId, wanted, role);
    }

    /** This Debian host with the programs of a role, none of which runs yet. */
    public HostSpec role(Role wanted) {
        return new HostSpec(platform, name, address, port, machineId, conduct, wanted);
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
