package dev.cadastre.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.ConnectionService;
import org.jspecify.annotations.Nullable;

/** Opens connections: TCP or tunnel, handshake, judgement of the host key, authentication. */
final class Opener {
    private final Transport transport;
    private final HostKeys hostKeys;
    private final Duration usualLimit;
    private final Pacing pacing;
    private final KeyFiles keyFiles = new KeyFiles();

    Opener(Transport transport, HostKeys hostKeys, SshSettings settings) {
        this.transport = transport;
        this.hostKeys = hostKeys;
        this.usualLimit = settings.connectLimit();
        this.pacing = new Pacing(settings.connectsAtOnce(), settings.connectsAtOncePerHost());
    }

    /** How long each step on the way to this target may take. */
    Duration limit(Target target) {
        Duration own = target.connectLimit();
        return own == null ? usualLimit : own;
    }

    /** Connects through an open connection to the target's jump host, or directly if null. */
    Connection open(Target target, @Nullable Connection jump) throws Stopped, InterruptedException {
        Pacing.Place place = pacing.enter(target.address());
        try {
            Credentials credentials = Credentials.of(target.identities(), keyFiles, limit(target));
            Handshake handshake = new Handshake(hostKeys.knownTypes(target.knownAs()));
            ClientSession session =
                    jump == null ? connect(target, handshake) : tunnel(target, jump, handshake);
            return accept(target, session, handshake, credentials);
        } finally {
            place.close();
        }
    }

    private Connection accept(
            Target target, ClientSession session, Handshake handshake, Credentials credentials)
            throws Stopped, InterruptedException {
        boolean accepted = false;
        try {
            judge(target, handshake(target, handshake));
            authenticate(target, session, credentials);
            accepted = true;
            return new Connection(session, target.address());
        } finally {
            if (!accepted) {
                session.close(true);
            }
        }
    }

    private ClientSession connect(Target target, Handshake handshake)
            throws Stopped, InterruptedException {
        HostAddress at = target.address();
        Stopped last = null;
        for (InetAddress address : addresses(at)) {
            try {
                return connect(target, new InetSocketAddress(address, at.port()), handshake);
            } catch (Stopped e) {
                last = e;
            }
        }
        throw last == null ? unreachable(at, RunResult.Unreachable.Reason.UNKNOWN_NAME, "") : last;
    }

    private static InetAddress[] addresses(HostAddress at) throws Stopped {
        try {
            return InetAddress.getAllByName(at.host());
        } catch (UnknownHostException e) {
            throw unreachable(
                    at, RunResult.Unreachable.Reason.UNKNOWN_NAME, String.valueOf(e.getMessage()));
        }
    }

    private ClientSession connect(Target target, InetSocketAddress address, Handshake handshake)
            throws Stopped, InterruptedException {
        HostAddress at = target.address();
        CompletableFuture<ClientSession> connected = new CompletableFuture<>();
        try {
            ConnectFuture connecting =
                    transport.connect(target.user(), address, handshake.context());
            connecting.addListener(future -> {
                if (future.isConnected()) {
                    connected.complete(future.getSession());
                } else {
                    connected.completeExceptionally(cause(future.getException()));
                }
            });
            try {
                return connected.get(limit(target).toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                if (!connected.isDone()) {
                    connecting.cancel();
                    connecting.addListener(Opener::closeIfConnected);
                }
            }
        } catch (TimeoutException e) {
            throw timedOut(target, RunResult.TimedOut.Phase.CONNECT);
        } catch (ExecutionException e) {
            throw unconnected(at, cause(e.getCause()));
        } catch (IOException | IllegalStateException e) {
            throw unconnected(at, e);
        }
    }

    private static void closeIfConnected(ConnectFuture late) {
        if (late.isConnected()) {
            late.getSession().close(true);
        }
    }

    private static Throwable cause(@Nullable Throwable cause) {
        return cause == null ? new IOException("without a reason") : cause;
    }

    private static Stopped unconnected(HostAddress at, Throwable cause) {
        String detail = String.valueOf(cause.getMessage());
        return isHungUp(cause, detail)
                ? unreachable(
                        at, RunResult.Unreachable.Reason.CLOSED_IN_HANDSHAKE, "without a word")
                : unreachable(
                        at,
                        detail.contains("refused")
                                ? RunResult.Unreachable.Reason.REFUSED
                                : RunResult.Unreachable.Reason.NO_ROUTE,
                        detail);
    }

    /**
     * Whether a peer that answered closed before its session could be handed over. MINA says so by
     * the state of its objects; the JDK tells it from what no route causes by its message only.
     */
    private static boolean isHungUp(Throwable cause, String detail) {
        return cause instanceof IllegalStateException || detail.contains("reset by peer");
    }

    private ClientSession tunnel(Target target, Connection jump, Handshake handshake)
            throws Stopped, InterruptedException {
        HostAddress at = target.address();
        Tunnel tunnel =
                new Tunnel(
                        at,
                        transport.getSessionFactory(),
                        transport.connections(),
                        open -> transport.over(open, target.user(), handshake.context()));
        boolean done = false;
        try {
            jump.session().getService(ConnectionService.class).registerChannel(tunnel.wire());
            CompletableFuture<Void> opened = new CompletableFuture<>();
            tunnel.wire().open().addListener(future -> complete(opened, future));
            opened.get(limit(target).toNanos(), TimeUnit.NANOSECONDS);
            done = true;
            return tunnel.session();
        } catch (TimeoutException e) {
            throw timedOut(target, RunResult.TimedOut.Phase.CONNECT);
        } catch (ExecutionException e) {
            throw unconnected(at, cause(e.getCause()));
        } catch (IOException | IllegalStateException e) {
            throw unconnected(at, e);
        } finally {
            if (!done) {
                tunnel.close(true);
            }
        }
    }

    private static void complete(CompletableFuture<Void> opened, OpenFuture future) {
        if (future.isOpened()) {
            opened.complete(null);
        } else {
            opened.completeExceptionally(cause(future.getException()));
        }
    }

    private HostKey handshake(Target target, Handshake handshake)
            throws Stopped, InterruptedException {
        try {
            return handshake.ended().get(limit(target).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw timedOut(target, RunResult.TimedOut.Phase.HANDSHAKE);
        } catch (ExecutionException e) {
            throw new Stopped(handshake.failure(target.address()));
        }
    }

    private void judge(Target target, HostKey presented) throws Stopped {
        HostAddress at = target.address();
        HostKeys.Decision decision = hostKeys.decide(target.knownAs(), presented);
        if (decision instanceof HostKeys.Decision.Unknown unknown) {
            throw new Stopped(new RunResult.HostKeyUnknown(at, presented, unknown.detail()));
        } else if (decision instanceof HostKeys.Decision.Changed changed) {
            throw new Stopped(new RunResult.HostKeyChanged(at, changed.pinned(), presented));
        } else if (decision instanceof HostKeys.Decision.Revoked) {
            throw new Stopped(new RunResult.HostKeyRevoked(at, presented));
        }
    }

    private void authenticate(Target target, ClientSession session, Credentials credentials)
            throws Stopped, InterruptedException {
        CompletableFuture<Void> authenticated = new CompletableFuture<>();
        credentials.giveTo(session);
        try {
            session.auth()
                    .addListener(future -> {
                        if (future.isSuccess()) {
                            authenticated.complete(null);
                        } else {
                            authenticated.completeExceptionally(cause(future.getException()));
                        }
                    });
            authenticated.get(limit(target).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw timedOut(target, RunResult.TimedOut.Phase.AUTHENTICATION);
        } catch (ExecutionException e) {
            throw unauthenticated(target, session, credentials, cause(e.getCause()));
        } catch (IOException e) {
            throw unauthenticated(target, session, credentials, e);
        } finally {
            credentials.takeFrom(session);
        }
    }

    private static Stopped unauthenticated(
            Target target, ClientSession session, Credentials credentials, Throwable cause) {
        List<String> offered = OfferedMethods.of(session);
        boolean refused = !offered.isEmpty() || isRefusal(cause);
        return refused
                ? new Stopped(
                        new RunResult.Refused(
                                target.address(),
                                target.user(),
                                credentials.attempts(offered),
                                offered))
                : unreachable(
                        target.address(),
                        RunResult.Unreachable.Reason.CLOSED_IN_HANDSHAKE,
                        String.valueOf(cause.getMessage()));
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof SshException ssh
                && ssh.getDisconnectCode()
                        == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
    }

    private static Stopped unreachable(
            HostAddress at, RunResult.Unreachable.Reason reason, String detail) {
        return new Stopped(new RunResult.Unreachable(at, reason, detail));
    }

    private Stopped timedOut(Target target, RunResult.TimedOut.Phase phase) {
        return new Stopped(
                new RunResult.TimedOut(
                        target.address(), phase, limit(target), Output.EMPTY, Output.EMPTY));
    }
}
