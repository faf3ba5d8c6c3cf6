package dev.cadastre.ssh;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of one handshake. The host key that it ends with has proved itself (its signature
 * was verified), but whether it is the right one is decided afterwards, on the caller's thread and
 * before anything secret is sent.
 */
final class Handshake {
    private static final AttributeKey<Handshake> ATTEMPT = new AttributeKey<>();
    private static final int LONGEST_LINE_KEPT = 120;

    private final List<String> knownTypes;
    private final CompletableFuture<HostKey> ended = new CompletableFuture<>();
    private volatile @Nullable PublicKey serverKey;
    private volatile @Nullable Throwable trouble;
    private volatile @Nullable String firstLine;
    private volatile boolean identified;
    private volatile boolean disagreed;

    Handshake(List<String> knownTypes) {
        this.knownTypes = List.copyOf(knownTypes);
    }

    /** The context to connect with, by which the listener finds this handshake again. */
    AttributeRepository context() {
        return AttributeRepository.ofKeyValuePair(ATTEMPT, this);
    }

    /** Completes with the host's key, or exceptionally when the connection closes before. */
    CompletableFuture<HostKey> ended() {
        return ended;
    }

    /** Accepts the first key, to be judged later, and afterwards only that same key. */
    synchronized boolean accepts(PublicKey key) {
        PublicKey first = serverKey;
        if (first == null) {
            serverKey = key;
            return true;
        }
        return KeyUtils.compareKeys(first, key);
    }

    /** Why the handshake did not end. */
    RunResult.Unreachable failure(HostAddress at) {
        return new RunResult.Unreachable(at, reason(), detail());
    }

    private RunResult.Unreachable.Reason reason() {
        if (disagreed) {
            return RunResult.Unreachable.Reason.NO_COMMON_ALGORITHM;
        }
        boolean answered = identified || isSshdTurningUsAway();
        boolean garbage = firstLine != null || isProtocolTrouble();
        return !answered && garbage
                ? RunResult.Unreachable.Reason.NOT_SSH
                : RunResult.Unreachable.Reason.CLOSED_IN_HANDSHAKE;
    }

    /** Lines that OpenSSH writes instead of its version. */
    private boolean isSshdTurningUsAway() {
        String line = firstLine;
        return line != null
                && (line.startsWith("Exceeded MaxStartups") || line.startsWith("Not allowed"));
    }

    private boolean isProtocolTrouble() {
        Throwable seen = trouble;
        return seen instanceof SshException
                || seen instanceof StreamCorruptedException
                || seen instanceof RuntimeException;
    }

    private String detail() {
        String line = firstLine;
        Throwable seen = trouble;
        if (!identified && line != null) {
            return "it said: " + line;
        }
        return seen == null ? "without a word" : String.valueOf(seen.getMessage());
    }

    private static String printable(String line) {
        String start = line.substring(0, Math.min(line.length(), LONGEST_LINE_KEPT));
        return start.replaceAll("[^ -~]", "?");
    }

    static HostKey hostKey(PublicKey key) {
        Buffer buffer = new ByteArrayBuffer();
        buffer.putRawPublicKey(key);
        return HostKey.of(KeyUtils.getKeyType(key), buffer.getCompactData());
    }

    static @Nullable Handshake of(Session session) {
        var context =
                session instanceof ClientSession client ? client.getConnectionContext() : null;
        return context == null ? null : context.getAttribute(ATTEMPT);
    }

    /** Tells each handshake what happens to its session. */
    static final class Listener implements SessionListener {
        @Override
        public void sessionNegotiationOptionsCreated(
                Session session, Map<KexProposalOption, String> proposal) {
            Handshake handshake = of(session);
            if (handshake != null) {
                proposal.computeIfPresent(
                        KexProposalOption.SERVERKEYS,
                        (option, offered) -> Algorithms.preferring(handshake.knownTypes, offered));
            }
        }

        @Override
        public void sessionPeerIdentificationLine(
                Session session, String line, List<String> extraLines) {
            Handshake handshake = of(session);
            if (handshake != null && handshake.firstLine == null) {
                handshake.firstLine = printable(line);
            }
        }

        @Override
        public void sessionPeerIdentificationReceived(
                Session session, String version, List<String> extraLines) {
            Handshake handshake = of(session);
            if (handshake != null) {
                handshake.identified = true;
            }
        }

        @Override
        public void sessionNegotiationEnd(
                Session session,
                Map<KexProposalOption, String> clientProposal,
                Map<KexProposalOption, String> serverProposal,
                Map<KexProposalOption, String> negotiatedOptions,
                @Nullable Throwable reason) {
            Handshake handshake = of(session);
            if (handshake != null && reason != null) {
                handshake.disagreed = true;
                handshake.trouble = reason;
            }
        }

        @Override
        public void sessionEvent(Session session, Event event) {
            Handshake handshake = of(session);
            if (handshake != null && event == Event.KeyEstablished) {
                PublicKey key = handshake.serverKey;
                if (key != null) {
                    handshake.ended.complete(hostKey(key));
                }
            }
        }

        @Override
        public void sessionException(Session session, Throwable trouble) {
            Handshake handshake = of(session);
            if (handshake != null && handshake.trouble == null) {
                handshake.trouble = trouble;
            }
        }

        @Override
        public void sessionDisconnect(
                Session session, int reason, String message, String language, boolean initiator) {
            sessionException(session, new SshException(reason, message));
        }

        @Override
        public void sessionClosed(Session session) {
            Handshake handshake = of(session);
            if (handshake != null) {
                handshake.ended.completeExceptionally(new IOException("closed in the handshake"));
            }
        }
    }
}
