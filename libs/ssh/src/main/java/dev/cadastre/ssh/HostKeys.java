package dev.cadastre.ssh;

import java.util.List;

/**
 * What the caller knows about host keys. Both methods are called on the thread that runs the
 * command, never on an I/O thread, so they may read a file or a database; calls for different
 * connections may be concurrent.
 */
public interface HostKeys {
    /**
     * Whether to go on with a host that has just proved to hold this key. Nothing secret has been
     * sent to it yet. An implementation that answers {@link Decision.FirstSight} has kept the key.
     */
    Decision decide(HostAddress host, HostKey presented);

    /**
     * Types of the keys held for the host, the most trusted first, such as {@code ssh-ed25519}; the
     * host is asked for one of these first, so that a host with several keys is not taken for
     * changed. Empty if none is held.
     */
    List<String> knownTypes(HostAddress host);

    /** What to do with a presented key, and why. */
    sealed interface Decision {
        /** The key is one that is held for the host. */
        record Trusted() implements Decision {}

        /** The host was not known; from now on it is, by this key. */
        record FirstSight() implements Decision {}

        /**
         * The host is not known and unknown hosts are not to be trusted.
         *
         * @param detail what an operator has to know besides, as a sentence; may be empty
         */
        record Unknown(String detail) implements Decision {
            /** There is nothing more to say. */
            public Unknown() {
                this("");
            }
        }

        /** Other keys are held for the host. */
        record Changed(List<HostKey> pinned) implements Decision {
            public Changed {
                pinned = List.copyOf(pinned);
            }
        }

        /** The key is marked as one never to be trusted again. */
        record Revoked() implements Decision {}
    }
}
