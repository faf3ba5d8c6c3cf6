package dev.cadastre.ssh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to run a command, as whom, and by which way. Equal targets share kept connections, so two
 * targets that may not share one must differ (in their identities, for example).
 *
 * @param identities tried in this order
 * @param knownAs the address under which host keys are looked up; differs from {@code address} if
 *     an address says too little, as a private one behind a jump host
 * @param jump the host through which {@code address} is reached, itself reached by its own jump
 */
public record Target(
        HostAddress address,
        String user,
        List<Identity> identities,
        HostAddress knownAs,
        @Nullable Target jump) {
    public Target {
        identities = List.copyOf(identities);
        if (user.isEmpty()) {
            throw new IllegalArgumentException("user of " + address + " must not be empty");
        }
    }

    /** A target reached directly and known by its address. */
    public Target(HostAddress address, String user, List<Identity> identities) {
        this(address, user, identities, address, null);
    }

    /** The same target, reached through another host. */
    public Target through(Target jump) {
        return new Target(address, user, identities, knownAs, jump);
    }

    /** The same target, its host keys looked up under another address. */
    public Target knownAs(HostAddress name) {
        return new Target(address, user, identities, name, jump);
    }

    @Override
    public String toString() {
        String self = user + "@" + address;
        return jump == null ? self : self + " through " + jump;
    }
}
