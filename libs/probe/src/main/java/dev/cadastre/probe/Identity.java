package dev.cadastre.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells a host from all others. Every value is null or empty when the host has none, does not
 * show it to the probe's user, or has only a placeholder ({@code Default string}, all zeros).
 *
 * @param machineId 32 lower-case hexadecimal digits
 * @param sshHostKeys in the order of their types
 * @param dmiUuid lower-case UUID of the (virtual) machine; readable by root only
 * @param dmiSerial serial number of the machine; readable by root only
 * @param cloudId instance id given by a cloud
 * @param hostname the kernel's host name, as it is
 * @param fqdn the name with a domain, if the host knows one
 */
public record Identity(
        @Nullable String machineId,
        List<SshHostKey> sshHostKeys,
        @Nullable String dmiUuid,
        @Nullable String dmiSerial,
        @Nullable String cloudId,
        @Nullable String hostname,
        @Nullable String fqdn) {

    /** An identity of which nothing is known. */
    public static final Identity UNKNOWN =
            new Identity(null, List.of(), null, null, null, null, null);

    public Identity {
        sshHostKeys = List.copyOf(sshHostKeys);
    }
}
