package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.dispatch.outgoing.AddressRule;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One POST of which only the head of the answer is wanted. The name is looked up once, and the very
 * address that was judged is connected to, so that a name which leads elsewhere a moment later
 * cannot lead inside; Java's own client looks up again. No redirect is followed, and no proxy used.
 */
final class WebRequest {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 20_000;
    private static final int LONGEST_HEAD = 16_384;

    /** Nothing is sent there. */
    static final class Forbidden extends IOException {
        Forbidden(String why) {
            super(why);
        }
    }

    /**
     * The head of an answer.
     *
     * @param headers by name in lower case, the last of each name
     */
    record Answer(int status, Map<String, String> headers) {
        Answer {
            headers = Map.copyOf(headers);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    private final URI url;
    private final Map<String, String> headers;
    private final byte[] body;

    WebRequest(URI url, Map<String, String> headers, byte[] body) {
        this.url = url;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    Answer send(AddressRule rule, SSLContext tls) throws IOException {
        String name = name();
        InetAddress[] addresses = judged(InetAddress.getAllByName(name), rule);
        try (Socket plain = connected(addresses)) {
            plain.setSoTimeout(READ_MILLIS);
            try (Socket socket = isEncrypted() ? encrypted(plain, name, tls) : plain) {
                socket.getOutputStream().write(bytes());
                socket.getOutputStream().flush();
                return answer(new BufferedInputStream(socket.getInputStream()));
            }
        }
    }

    /** One that may not be asked spoils them all: which of them is taken is chance. */
    private InetAddress[] judged(InetAddress[] addresses, AddressRule rule) throws Forbidden {
        Optional<String> why =
                Arrays.stream(addresses)
                        .map(address -> rule.why(address, port()))
                        .flatMap(Optional::stream)
                        .findFirst();
        if (why.isPresent()) {
            throw new Forbidden(why.get());
        }
        return addresses;
    }

    private Socket connected(InetAddress[] addresses) throws IOException {
        IOException failure = new ConnectException("it has no address");
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port()), CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    private static Socket encrypted(Socket plain, String name, SSLContext tls) throws IOException {
        SSLSocket socket =
                (SSLSocket) tls.getSocketFactory().createSocket(plain, name, plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private byte[] bytes() {
        String path = Objects.requireNonNullElse(url.getRawPath(), "");
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String head =
                headers.entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue() + "\r\n")
                        .collect(
                                Collectors.joining(
                                        "",
                                        """
                                        POST %s%s HTTP/1.1
                                        Host: %s
                                        Connection: close
                                        Content-Length: %d
                                        """
                                                .formatted(
                                                        path.isEmpty() ? "/" : path,
                                                        query,
                                                        url.getRawAuthority(),
                                                        body.length)
                                                .replace("\n", "\r\n"),
                                        "\r\n"));
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static Answer answer(InputStream in) throws IOException {
        int left = LONGEST_HEAD;
        Answer answer;
        do {
            String head = head(in, left);
            left -= head.length();
            answer = understood(head);
        } while (answer.status() / 100 == 1);
        return answer;
    }

    private static String head(InputStream in, int longest) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < longest) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("it closes the connection without an answer");
            }
            if (next != '\r') {
                head.append((char) next);
            }
            if (head.length() >= 2 && head.lastIndexOf("\n\n") == head.length() - 2) {
                return head.toString();
            }
        }
        throw new IOException("the head of its answer is too long");
    }

    private static Answer understood(String head) throws IOException {
        String[] lines = head.split("\n", -1);
        if (!lines[0].matches("HTTP/1\\.[01] [1-5]\\d\\d(?: .*)?")) {
            throw new IOException("it does not answer as web servers do");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Answer(Integer.parseInt(lines[0].substring(9, 12)), headers);
    }

    private boolean isEncrypted() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private int port() {
        int usual = isEncrypted() ? 443 : 80;
        return url.getPort() < 0 ? usual : url.getPort();
    }

    private String name() {
        String host = Objects.requireNonNull(url.getHost(), "A web-hook has a host");
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
