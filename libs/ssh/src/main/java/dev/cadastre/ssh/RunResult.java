package dev.cadastre.ssh;

import java.time.Duration;
import java.util.List;

/** How a run ended. Whatever a host or a network does is a result, never an exception. */
public sealed interface RunResult {
    /** The command ended by itself, with whatever status. */
    record Completed(
            Exit exit, Output output, Output errors, boolean reusedConnection, Timings timings)
            implements RunResult {
        /** Whether the command exited with status 0. */
        public boolean succeeded() {
            return exit instanceof Exit.Status status && status.code() == 0;
        }
    }

    /** The command did not run, or was cut. */
    sealed interface Failed extends RunResult {
        /** The host that failed: the target or one of its jump hosts. */
        HostAddress at();

        /** A stable, lower-case code such as {@code unreachable.refused}. */
        String code();

        /** What happened to what, and what to do, in sentences for an operator. */
        String message();
    }

    /** There is no SSH connection to the host. */
    record Unreachable(HostAddress at, Reason reason, String detail) implements Failed {
        /** Why there is none. */
        public enum Reason {
            /** The name has no address. */
            UNKNOWN_NAME,
            /** Nothing listens on the port, or a firewall rejects it. */
            REFUSED,
            /** The network has no way to the address. */
            NO_ROUTE,
            /** The host answered and then closed the connection during the handshake. */
            CLOSED_IN_HANDSHAKE,
            /** What listens on the port does not speak SSH 2. */
            NOT_SSH,
            /** The two sides have no algorithm in common. */
            NO_COMMON_ALGORITHM
        }

        @Override
        public String code() {
            return "unreachable." + Messages.code(reason);
        }

        @Override
        public String message() {
            return Messages.unreachable(this);
        }
    }

    /**
     * The host let none of our identities in.
     *
     * @param offered authentication methods that the host would accept
     */
    record Refused(HostAddress at, String user, List<Attempt> attempts, List<String> offered)
            implements Failed {
        public Refused {
            attempts = List.copyOf(attempts);
            offered = List.copyOf(offered);
        }

        @Override
        public String code() {
            return "refused";
        }

        @Override
        public String message() {
            return Messages.refused(this);
        }
    }

    /** The host let us in but would not run a command. */
    record CommandRefused(HostAddress at, String detail) implements Failed {
        @Override
        public String code() {
            return "command-refused";
        }

        @Override
        public String message() {
            return Messages.commandRefused(this);
        }
    }

    /**
     * The host is not known and unknown hosts are not trusted.
     *
     * @param detail what {@link HostKeys.Decision.Unknown} told besides; may be empty
     */
    record HostKeyUnknown(HostAddress at, HostKey presented, String detail) implements Failed {
        @Override
        public String code() {
            return "host-key.unknown";
        }

        @Override
        public String message() {
            return Messages.hostKeyUnknown(this);
        }
    }

    /** The host has another key than before. */
    record HostKeyChanged(HostAddress at, List<HostKey> pinned, HostKey presented)
            implements Failed {
        public HostKeyChanged {
            pinned = List.copyOf(pinned);
        }

        @Override
        public String code() {
            return "host-key.changed";
        }

        @Override
        public String message() {
            return Messages.hostKeyChanged(this);
        }
    }

    /** The host has a key that is marked as revoked. */
    record HostKeyRevoked(HostAddress at, HostKey presented) implements Failed {
        @Override
        public String code() {
            return "host-key.revoked";
        }

        @Override
        public String message() {
            return Messages.hostKeyRevoked(this);
        }
    }

    /** A phase took longer than granted; {@code output} and {@code errors} came before the cut. */
    record TimedOut(HostAddress at, Phase phase, Duration limit, Output output, Output errors)
            implements Failed {
        /** What took too long. */
        public enum Phase {
            /** Opening the TCP connection. */
            CONNECT,
            /** Agreeing on keys. */
            HANDSHAKE,
            /** Proving who we are. */
            AUTHENTICATION,
            /** Opening a session for the command. */
            SESSION,
            /** Running the command. */
            COMMAND
        }

        @Override
        public String code() {
            return "timed-out." + Messages.code(phase);
        }

        @Override
        public String message() {
            return Messages.timedOut(this);
        }
    }

    /** The command wrote more than the given number of bytes and was cut. */
    record OutputLimitExceeded(HostAddress at, long limit) implements Failed {
        @Override
        public String code() {
            return "output-limit";
        }

        @Override
        public String message() {
            return Messages.outputLimitExceeded(this);
        }
    }

    /** The command was cut before its end; it may or may not have had its effect. */
    record Interrupted(HostAddress at, By by, String detail) implements Failed {
        /** Who cut it. */
        public enum By {
            /** The connection broke, or the host closed it. */
            CONNECTION_LOST,
            /** The thread that ran it was interrupted; its interrupt flag is set again. */
            CALLER,
            /** The connections were closed. */
            SHUTDOWN
        }

        @Override
        public String code() {
            return "interrupted." + Messages.code(by);
        }

        @Override
        public String message() {
            return Messages.interrupted(this);
        }
    }

    /** How a command ended. */
    sealed interface Exit {
        /** It exited with a status. */
        record Status(int code) implements Exit {}

        /** A signal ended it, such as {@code KILL}. */
        record Signal(String name) implements Exit {}
    }

    /** What became of one identity, or of one key of an agent. */
    record Attempt(String identity, Outcome outcome, String detail) {
        /** What became of it. */
        public enum Outcome {
            /** The host did not accept it. */
            REJECTED,
            /** It could not be used; the detail says why. */
            UNUSABLE,
            /** The host accepted it and wants another method too. */
            PARTLY_ACCEPTED
        }
    }

    /**
     * Where the time went.
     *
     * @param connecting until the command could start, waiting for a free place included
     * @param running from the start of the command to its end
     */
    record Timings(Duration connecting, Duration running) {}
}
