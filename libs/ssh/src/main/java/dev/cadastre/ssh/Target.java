package dev.cadastre.ssh;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to run a command, as whom, and by which way. Equal targets share kept connections, and the
 * failure of one in the making; so two targets that may not share one must differ (in their
 * identities, for example), and two that wait for different times share none.
 *
 * @param identities tried in this order
 * @param knownAs the address under which host keys are looked up; differs from {@code address} if
 *     an address says too little, as a private one behind a jump host
 * @param jump the host through which {@code address} is reached, itself reached by its own jump
 * @param connectLimit for each step on the way to a running command at this hop, as {@link
 *     SshSettings#connectLimit}; null for the limit of the settings
 */
public record Target(
        HostAddress address,
        String user,
        List<Identity> identities,
        HostAddress knownAs,
        @Nullable Target jump,
        @Nullable Duration connectLimit) {
    public Target {
        identities = List.copyOf(identities);
        if (user.isEmpty()) {
            throw new IllegalArgumentException("user of " + address + " must not be empty");
        }
        if (connectLimit != null && connectLimit.toNanos() <= 0) {
            throw new IllegalArgumentException(
                    "connectLimit of " + address + " must be positive, not " + connectLimit);
        }
    }

    /** A target reached directly and known by its address, within the limit of the settings. */
    public Target(HostAddress address, String user, List<Identity> identities) {
        this(address, user, identities, address, null, null);
    }

    /** The same target, reached through another host. */
    public Target through(Target jump) {
        return new Target(address, user, identities, knownAs, jump, connectLimit);
    }

    /** The same target, its host keys looked up under another address. */
    public Target knownAs(HostAddress name) {
        return new Target(address, user, identities, name, jump, connectLimit);
    }

    /** The same target, waited for so long. The hosts on the way there keep their own limits. */
    public Target connectingWithin(Duration limit) {
        return new Target(address, user, identities, knownAs, jump, limit);
    }

    @Override
    public String toString() {
        String self = user + "@" + address;
        return jump == null ? self : self + " through " + jump;
    }
}
