package dev.cadastre.cli.share;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * Where an app is to be shared. The port is taken as soon as this is made, so that nobody waits for
 * an app that cannot be shared. Closing it ends what is shared.
 */
public final class SharePlace implements AutoCloseable {

    /** Of a network that is nowhere (RFC 5737): no packet is sent to it. */
    private static final String ELSEWHERE = "192.0.2.1";

    private static final int BACKLOG = 50;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    private final Session session;
    private final ServerSocket listening;
    private final InetAddress shown;
    private final Supplier<Instant> expiry;
    private final @Nullable ShareCertificate certificate;

    private SharePlace(
            Session session,
            ServerSocket listening,
            InetAddress shown,
            Supplier<Instant> expiry,
            @Nullable ShareCertificate certificate) {
        this.session = session;
        this.listening = listening;
        this.shown = shown;
        this.expiry = expiry;
        this.certificate = certificate;
    }

    /**
     * Takes it.
     *
     * @param on an address of this machine, with a port if it is to be a certain one; null for the
     *     one by which it reaches others
     * @param expiry tells when the link is to expire that is printed now
     * @param given null for a certificate of its own, or none on loopback
     * @throws Failure if it cannot be taken
     */
    public static SharePlace take(
            Session session,
            @Nullable String on,
            Supplier<Instant> expiry,
            @Nullable ShareCertificate given) {
        String text = on == null ? usual().getHostAddress() : on;
        try {
            ListenAddress wanted = ListenAddress.parse(text);
            InetAddress address = InetAddress.getByName(wanted.host());
            InetAddress shown = address.isAnyLocalAddress() ? usual() : address;
            ShareCertificate certificate = given;
            if (certificate == null && !address.isLoopbackAddress()) {
                Instant now = session.surroundings().clock().instant();
                certificate = ShareCertificate.selfSigned(shown, now, expiry.get());
            }
            ServerSocket listening = socket(certificate);
            try {
                listening.bind(new InetSocketAddress(address, wanted.port()), BACKLOG);
            } catch (IOException e) {
                listening.close();
                throw e;
            }
            return new SharePlace(session, listening, shown, expiry, certificate);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "Nothing can be shared on %s: %s".formatted(text, e.getMessage()),
                    e,
                    "Name an address of this machine by --share-on, and a port that is free.");
        }
    }

    private static ServerSocket socket(@Nullable ShareCertificate certificate) throws IOException {
        if (certificate == null) {
            return new ServerSocket();
        }
        SSLServerSocket socket =
                (SSLServerSocket)
                        certificate.context().getServerSocketFactory().createServerSocket();
        socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return socket;
    }

    /** The one by which this machine reaches others; loopback if it reaches nobody. */
    private static InetAddress usual() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(ELSEWHERE, 9));
            InetAddress address = socket.getLocalAddress();
            return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        } catch (IOException | UncheckedIOException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    /**
     * Shares an app, and prints the link.
     *
     * @param address of the app on this machine, which begins with {@code http://}
     * @return ends that when it is closed
     */
    public AutoCloseable begin(String address) {
        URI app = URI.create(address);
        int port = app.getPort() < 0 ? 80 : app.getPort();
        Gate gate =
                new Gate(
                        ShareToken.random(new SecureRandom()),
                        expiry.get(),
                        certificate != null,
                        app.getHost() + ":" + port);
        Forwarder forwarder =
                Forwarder.start(
                        listening,
                        gate,
                        new InetSocketAddress(app.getHost(), port),
                        session.surroundings().clock(),
                        System::nanoTime,
                        session::remark);
        tell(gate);
        return forwarder;
    }

    private void tell(Gate gate) {
        session.printer()
                .line(
                        "%s://%s:%d%s"
                                .formatted(
                                        certificate == null ? "http" : "https",
                                        host(shown),
                                        listening.getLocalPort(),
                                        gate.path()));
        session.surroundings().out().flush();
        ZoneId zone = session.surroundings().clock().getZone();
        session.remark(
                "Whoever has this link sees the app until %s."
                        .formatted(
                                MOMENT.format(
                                        gate.expires()
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .atZone(zone))));
        if (certificate != null) {
            session.remark("Certificate, SHA-256: " + certificate.fingerprint());
        }
    }

    private static String host(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
