package dev.cadastre.server.monitoring.check;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * A connection after its TLS handshake. The handshake accepts every certificate, so that it can be
 * told exactly what is wrong with it; who is to be sent anything must be judged first.
 *
 * @param socket what is said is encrypted
 * @param chain the server's own certificate and those it sent with it
 */
record SecuredSocket(SSLSocket socket, List<X509Certificate> chain) implements Closeable {

    SecuredSocket {
        chain = List.copyOf(chain);
    }

    /**
     * Shakes hands.
     *
     * @param plain is closed with the secured one, or if this fails
     * @param name that the server is asked for; an address asks for none
     */
    static SecuredSocket over(Socket plain, String name, Course course) throws IOException {
        course.step("shaking hands for TLS");
        try {
            return shakeHands(plain, name);
        } catch (EOFException e) {
            plain.close();
            throw refused("the server closes the connection", e);
        } catch (SSLException e) {
            plain.close();
            throw refused(Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static CheckFailure refused(String why, Exception cause) {
        CheckFailure failure =
                CheckFailure.critical(
                        "TLS does not come about: " + why,
                        "See whether TLS is spoken on that port, at least in version 1.2.");
        failure.initCause(cause);
        return failure;
    }

    private static SecuredSocket shakeHands(Socket plain, String name) throws IOException {
        Socket layered =
                context().getSocketFactory().createSocket(plain, name, plain.getPort(), true);
        if (!(layered instanceof SSLSocket socket)) {
            throw new IllegalStateException("This Java makes no TLS sockets");
        }
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(asked(name));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        List<X509Certificate> chain =
                Stream.of(socket.getSession().getPeerCertificates())
                        .map(X509Certificate.class::cast)
                        .toList();
        return new SecuredSocket(socket, chain);
    }

    private static List<SNIServerName> asked(String name) {
        if (isAddress(name)) {
            return List.of();
        }
        try {
            return List.of(new SNIHostName(name));
        } catch (IllegalArgumentException e) {
            // Names with an underscore may be hosts, and cannot be asked for.
            return List.of();
        }
    }

    static boolean isAddress(String name) {
        try {
            InetAddress.ofLiteral(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One for each: a session that was resumed would show the certificate of earlier. */
    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
